# anext() with a default; awaitables of asynchronous generators that nobody awaits; throw() with three arguments.
import sys
import warnings


def attempt(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error, error.args)


def run(awaitable):
    try:
        while True:
            print("yielded", awaitable.send(None))
    except StopIteration as stop:
        return stop.value


async def numbers():
    yield 1
    yield 2


class Pause:
    def __await__(self):
        yield "pause"


async def slow():
    await Pause()
    yield "value"
    await Pause()


class Custom:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.count == 0:
            raise StopAsyncIteration
        self.count -= 1
        return self.count


async def main():
    g = numbers()
    print(await anext(g, "d"), await anext(g, "d"), await anext(g, "d"), await anext(g, None))
    g = slow()
    print(await anext(g, "d"), await anext(g, "d"))
    c = Custom(1)
    print(await anext(c, 5), await anext(c, 5))
    try:
        await anext(c)
    except StopAsyncIteration as error:
        print("over", error.args)


print(run(main()))
attempt(anext, 3, 4)
attempt(anext)
g = slow()
a = anext(g, 7)
print(type(a).__name__, a.send(None))
attempt(a.throw, ValueError("thrown"))
a = anext(slow(), 7)
a.send(None)
print(a.close())
a = anext(Custom(0), 9)
attempt(next, a)

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    g = numbers()
    g.asend(None)
    g.athrow(ValueError)
    g.aclose()
    g.__anext__()

    def plain():
        try:
            yield
        except ValueError as error:
            yield error.args

    p = plain()
    next(p)
    print(p.throw(ValueError, "two"))
    c = main()
    attempt(c.throw, KeyError, KeyError("k"), None)
    for item in log:
        print(item.category.__name__, item.message)


def closing():
    try:
        yield
    except GeneratorExit as error:
        print(error.args)
        raise


g = closing()
next(g)
g.close()


def generator_code():
    yield 1


def function():
    return 1


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    function.__code__ = generator_code.__code__
    print(list(function()), [str(item.message) for item in log])
