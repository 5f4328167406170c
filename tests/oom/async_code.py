async def f(n):
    return n + 1


async def g():
    return [await f(i) for i in range(3)]


c = g()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
