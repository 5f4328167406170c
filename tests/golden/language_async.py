# Coroutines, asynchronous generators, loops, managers and comprehensions, driven by hand.
class Awaitable:
    def __init__(self, value):
        self.value = value
    def __await__(self):
        received = yield self.value
        return received


def drive(coroutine, *answers):
    answers = list(answers)
    yielded = []
    value = None
    while True:
        try:
            yielded.append(coroutine.send(value))
        except StopIteration as stop:
            return yielded, stop.value
        value = answers.pop(0) if answers else None


async def simple():
    a = await Awaitable("first")
    b = await Awaitable("second")
    return a, b


print(drive(simple(), 1, 2))


async def calls():
    return await simple(), await simple()


print(drive(calls(), 1, 2, 3, 4))


class Manager:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress
    async def __aenter__(self):
        print("enter", await Awaitable(self.name))
        return self.name
    async def __aexit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, await Awaitable("leaving " + self.name))
        return self.suppress


async def managers():
    async with Manager("a") as a, Manager("b", True) as b:
        print(a, b)
        raise ValueError("inside")
    async with Manager("c"):
        return "returned"


print(drive(managers(), *"123456"))


async def numbers(n):
    for i in range(n):
        await Awaitable(("before", i))
        yield i


async def loops():
    result = []
    async for i in numbers(4):
        if i == 1:
            continue
        if i == 3:
            break
        result.append(i)
    else:
        result.append("else")
    async for i in numbers(1):
        pass
    else:
        result.append("else ran")
    return result


print(drive(loops()))


async def comprehensions():
    squares = [i * i async for i in numbers(3) if i != 1]
    mapping = {i: await Awaitable(i) async for i in numbers(2)}
    unique = {i % 2 async for i in numbers(3)}
    nested = [[j async for j in numbers(i)] for i in range(3)]
    generator = (i + 1 async for i in numbers(2))
    return squares, mapping, unique, nested, [i async for i in generator]


print(drive(comprehensions())[1])


async def failing():
    try:
        await Awaitable("will raise")
    except KeyError as error:
        print("caught", error)
        raise TypeError("new") from error
    finally:
        print("finally")


c = failing()
print(c.send(None))
try:
    c.throw(KeyError("thrown"))
except TypeError as error:
    print(repr(error), repr(error.__cause__))
c = failing()
c.send(None)
c.close()
try:
    simple().send(1)
except TypeError as error:
    print(error)


async def generator_protocol():
    try:
        got = yield 1
        print("got", got)
        yield 2
    except ValueError as error:
        yield "handled " + str(error)
    finally:
        print("closing")


async def use_protocol():
    g = generator_protocol()
    print(await g.__anext__(), await g.asend("sent"), await g.athrow(ValueError("v")))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("over")
    h = generator_protocol()
    await h.asend(None)
    await h.aclose()


print(drive(use_protocol()))
for bad in ("await 1", "async for"):
    pass


async def wrong():
    await 5


try:
    drive(wrong())
except TypeError as error:
    print(error)


async def wrong_for():
    async for i in [1]:
        pass


try:
    drive(wrong_for())
except TypeError as error:
    print(error)


async def wrong_with():
    async with 5:
        pass


try:
    drive(wrong_with())
except TypeError as error:
    print(error)
lambda_coroutine = lambda: (await_result for await_result in ())
print(list(lambda_coroutine()), simple.__code__.co_flags & 0x80 != 0, numbers.__code__.co_flags & 0x200 != 0)
c = simple()
print(type(c).__name__, c.__name__, c.cr_running)
c.close()
