# throw() and close() of a generator that delegates to one that answers by returning.
def inner(log):
    try:
        yield "first"
    finally:
        log.append("inner closed")
        return "returned"


def outer(log):
    value = yield from inner(log)
    log.append(value)
    return value


def attempt(action):
    log = []
    generator = outer(log)
    next(generator)
    try:
        log.append(action(generator))
    except BaseException as error:
        log.append(repr(error))
    log.append(list(generator))
    return log


for repetition in range(50):
    results = [
        attempt(lambda g: g.close()),
        attempt(lambda g: g.throw(GeneratorExit())),
        attempt(lambda g: g.throw(StopIteration())),
        attempt(lambda g: g.throw(ValueError("thrown"))),
        attempt(lambda g: next(g)),
    ]
print(*results, sep="\n")
