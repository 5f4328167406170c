# sys.set_asyncgen_hooks: told of generators when they are first used, and when they die unfinished.
import sys


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


def name(generator):
    return generator.__qualname__


attempt(sys.set_asyncgen_hooks, 1)
attempt(sys.set_asyncgen_hooks, print, 1)
print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(lambda g: print("first", name(g)), lambda g: print("finalize", name(g), g.ag_frame is not None))
print(sys.get_asyncgen_hooks().firstiter is not None, len(sys.get_asyncgen_hooks()))


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("finally")


def step(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value
    except StopAsyncIteration:
        return "over"


g = numbers()
print("made")
print(step(g.asend(None)))
print(step(g.__anext__()))
del g
print("dropped")
g = numbers()
print(step(anext(g)), step(anext(g)), step(anext(g)))
del g
print("finished")
g = numbers()
step(g.aclose())
del g
g = numbers()
del g
print("never used")
g = numbers()
a = g.athrow(ValueError)
attempt(a.send, None)
sys.set_asyncgen_hooks(finalizer=None)
g = numbers()
print(step(anext(g)))
del g
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())


def failing(g):
    raise KeyError("hook")


sys.set_asyncgen_hooks(failing)
g = numbers()
attempt(anext, g)
print(step(anext(g)))
