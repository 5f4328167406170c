# contextlib.contextmanager, asynccontextmanager and the decorators made of context managers.
from contextlib import (AbstractAsyncContextManager, AbstractContextManager, AsyncContextDecorator, ContextDecorator,
                        asynccontextmanager, contextmanager)


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


@contextmanager
def managed(name, swallow=()):
    """What it manages."""
    print("enter", name)
    try:
        yield name.upper()
    except swallow as error:
        print("swallowed", repr(error))
    finally:
        print("exit", name)


with managed("a") as a:
    print("in", a)
with managed("b", ZeroDivisionError):
    1 / 0
try:
    with managed("c", ZeroDivisionError):
        raise ValueError("through")
except ValueError as error:
    print(repr(error), error.__context__)
print(managed.__name__, managed.__doc__, managed("x").__doc__, isinstance(managed("x"), AbstractContextManager))


@contextmanager
def never():
    return
    yield


@contextmanager
def twice():
    try:
        yield 1
    except KeyError:
        pass
    yield 2


@contextmanager
def replaces():
    try:
        yield
    except Exception as error:
        raise OSError("replaced") from error


for manager, raised in ((never, None), (twice, None), (twice, KeyError), (replaces, KeyError), (twice, ValueError)):
    try:
        with manager():
            if raised:
                raise raised("x")
    except Exception as error:
        print(manager.__name__, repr(error), repr(error.__cause__))
for error in (StopIteration("mine"), RuntimeError("own"), StopAsyncIteration("other")):
    try:
        with managed("stop"):
            raise error
    except Exception as caught:
        print(caught is error, repr(caught))
try:
    with managed("group"):
        raise ExceptionGroup("g", [ValueError()])
except* ValueError as group:
    print(repr(group))


@managed("decorator")
def decorated(x):
    """Doc."""
    print("body", x)
    return x * 2


print(decorated(2), decorated(3), decorated.__name__, decorated.__doc__)


class Tracked(ContextDecorator):
    def __enter__(self):
        print("+")
        return self

    def __exit__(self, *details):
        print("-", details[0])
        return details[0] is KeyError


@Tracked()
def fails(error):
    raise error


print(fails(KeyError))
try:
    fails(ValueError)
except ValueError:
    print("out")

manager = managed("once")
with manager:
    pass
try:
    with manager:
        pass
except (RuntimeError, AttributeError) as error:
    print(type(error).__name__)


@asynccontextmanager
async def amanaged(swallow=()):
    print("aenter")
    try:
        yield 42
    except swallow as error:
        print("aswallowed", repr(error))
    finally:
        print("aexit")


@asynccontextmanager
async def anever():
    if False:
        yield


@asynccontextmanager
async def atwice():
    try:
        yield
    except KeyError:
        pass
    yield


@amanaged()
async def adecorated():
    return "decorated"


async def main():
    async with amanaged() as value:
        print(value)
    async with amanaged(KeyError):
        raise KeyError(1)
    for manager, raised in ((anever, None), (atwice, None), (atwice, KeyError), (amanaged, StopAsyncIteration),
                            (amanaged, StopIteration), (amanaged, RuntimeError)):
        try:
            async with manager():
                if raised:
                    raise raised("x")
        except BaseException as error:
            print(manager.__name__, repr(error))
    print(await adecorated(), isinstance(amanaged(), AbstractAsyncContextManager))

    class Own(AsyncContextDecorator):
        async def __aenter__(self):
            print("own enter")

        async def __aexit__(self, *details):
            print("own exit")

    @Own()
    async def inner():
        return 1
    print(await inner())


run(main())


class Duck:
    def __enter__(self): ...
    def __exit__(self, *details): ...


class Default(AbstractContextManager):
    def __exit__(self, *details): ...


print(issubclass(Duck, AbstractContextManager), Default().__enter__().__class__.__name__, AbstractContextManager[int])
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
