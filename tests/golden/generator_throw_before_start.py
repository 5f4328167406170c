# Throwing into what has not begun: no frame of the body is there yet to make RuntimeError of StopIteration.
def gen():
    yield 1


async def coro():
    pass


async def agen():
    yield 1


def attempt(f):
    try:
        print("result", f())
    except BaseException as e:
        print(type(e).__name__, e.args, type(e.__cause__).__name__, type(e.__context__).__name__)


def drive(awaitable):
    try:
        return awaitable.__await__().send(None)
    except StopIteration as e:
        return "stop", e.value


for exception in (StopIteration(2), StopIteration, StopAsyncIteration(3), GeneratorExit, ValueError("v")):
    attempt(lambda: gen().throw(exception))
    attempt(lambda: coro().throw(exception))
    attempt(lambda: drive(agen().athrow(exception)))
print("begun")
for exception in (StopIteration(2), StopAsyncIteration(3)):
    g = gen()
    next(g)
    attempt(lambda: g.throw(exception))
    a = agen()
    drive(a.asend(None))
    attempt(lambda: drive(a.athrow(exception)))

print("what close() raises inside has no arguments")


def watching():
    try:
        yield 1
    except GeneratorExit as e:
        print(repr(e), e.args)
        raise


g = watching()
next(g)
g.close()


async def watching_coroutine():
    class Wait:
        def __await__(self):
            yield
    try:
        await Wait()
    except GeneratorExit as e:
        print(repr(e), e.args)


c = watching_coroutine()
c.send(None)
c.close()
