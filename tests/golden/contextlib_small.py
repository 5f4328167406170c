# contextlib: closing, suppress, redirect_stdout, nullcontext, chdir, aclosing.
import io
import sys
from contextlib import aclosing, closing, nullcontext, redirect_stderr, redirect_stdout, suppress


class Thing:
    def close(self):
        print("closed")

    async def aclose(self):
        print("aclosed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
try:
    with closing(Thing()):
        1 / 0
except ZeroDivisionError as error:
    print(error)
with suppress(KeyError, IndexError) as nothing:
    print(nothing)
    {}["x"]
with suppress():
    pass
with suppress(Exception):
    raise ValueError
try:
    with suppress(KeyError):
        raise ValueError("not this one")
except ValueError as error:
    print(error)
with suppress(ValueError):
    raise ExceptionGroup("all", [ValueError(1), ExceptionGroup("in", [ValueError(2)])])
try:
    with suppress(ValueError):
        raise ExceptionGroup("some", [ValueError(1), KeyError(2)])
except ExceptionGroup as group:
    print(repr(group))
reused = suppress(KeyError)
with reused:
    with reused:
        {}[1]
    print("still here")
    {}[2]

out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out) as target, redirect_stderr(err):
    print("caught", target is out)
    print("error", file=sys.stderr)
    with redirect_stdout(err):
        print("nested")
print(out.getvalue(), err.getvalue(), sys.stdout is out)
again = redirect_stdout(io.StringIO())
with again as first, again as second:
    print("twice")
print(first is second, sys.stdout is sys.__stdout__)
with nullcontext(5) as value, nullcontext() as none:
    print(value, none)


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def main():
    async with aclosing(Thing()) as thing:
        print(type(thing).__name__)
    async with nullcontext(7) as value:
        print(value)

    async def generator():
        try:
            yield 1
            yield 2
        finally:
            print("generator closed")
    async with aclosing(generator()) as items:
        async for item in items:
            print(item)
            break


run(main())
