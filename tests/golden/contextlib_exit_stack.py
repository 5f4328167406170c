# contextlib.ExitStack and AsyncExitStack.
from contextlib import AsyncExitStack, ExitStack, contextmanager, asynccontextmanager


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


@contextmanager
def managed(name, swallow=()):
    print("enter", name)
    try:
        yield name
    except swallow as error:
        print(name, "swallowed", repr(error))
    finally:
        print("exit", name)


with ExitStack() as stack:
    print([stack.enter_context(managed(n)) for n in "abc"])
    stack.callback(print, "callback", 1, sep="-")

    @stack.callback
    def decorated():
        print("decorated callback")

    @stack.push
    def pushed(exc_type, exc, tb):
        print("pushed", exc_type)
    print("body")

with ExitStack() as stack:
    stack.enter_context(managed("outer"))
    stack.enter_context(managed("inner", ZeroDivisionError))
    stack.push(lambda *details: print("sees", details[0].__name__))
    1 / 0

try:
    with ExitStack() as stack:
        stack.push(lambda t, e, tb: print("last", repr(e), repr(e.__context__)))
        stack.callback(lambda: {}["second"])
        stack.callback(lambda: [].pop())
        raise ValueError("first")
except KeyError as error:
    chain = []
    while error is not None:
        chain.append(repr(error))
        error = error.__context__
    print(chain)

# an exception handled outside is not part of the chain of those inside
try:
    raise OSError("outside")
except OSError:
    try:
        with ExitStack() as stack:
            stack.callback(lambda: 1 / 0)
            stack.callback(lambda: {}["x"])
    except ZeroDivisionError as error:
        print(repr(error), repr(error.__context__), repr(error.__context__.__context__))

# swallowed, then raised anew
with ExitStack() as stack:
    stack.push(lambda *details: True)
    stack.callback(lambda: 1 / 0)
    stack.push(lambda *details: True)
    raise KeyError
print("after")

stack = ExitStack()
stack.enter_context(managed("kept"))
other = stack.pop_all()
stack.close()
print("closing")
other.close()
other.close()


class NoExit:
    def __enter__(self):
        print("entered")


for wrong in (NoExit(), 3):
    try:
        with ExitStack() as stack:
            stack.enter_context(wrong)
    except TypeError as error:
        print(error)
with ExitStack() as stack:
    stack.push(3) if False else None
    print(len(stack._exit_callbacks))


class OnInstance:
    pass


instance = OnInstance()
instance.__enter__ = instance.__exit__ = lambda *a: None
try:
    ExitStack().enter_context(instance)
except TypeError as error:
    print(error)


@asynccontextmanager
async def amanaged(name, swallow=()):
    print("aenter", name)
    try:
        yield name
    except swallow as error:
        print(name, "swallowed", repr(error))
    finally:
        print("aexit", name)


async def acallback(*args):
    print("acallback", args)


async def main():
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(amanaged("x")), stack.enter_context(managed("y")))
        stack.push_async_callback(acallback, 1, 2)

        @stack.push_async_exit
        async def on_exit(t, e, tb):
            print("on_exit", t)
        stack.callback(print, "plain")
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(amanaged("z", KeyError))
        stack.push_async_exit(amanaged("unused"))if False else None
        raise KeyError("k")
    try:
        await AsyncExitStack().enter_async_context(managed("sync"))
    except TypeError as error:
        print(error)
    stack = AsyncExitStack()
    stack.push_async_callback(acallback)
    await stack.pop_all().aclose()
    await stack.aclose()


run(main())
