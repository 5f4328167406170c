import sys
class Awaitable:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
def run(coro, *sends):
    try:
        out = coro.send(None)
        for s in sends:
            print("yielded", out)
            out = coro.send(s)
        print("left", out)
    except StopIteration as e:
        return e.value
async def add(a, b):
    x = await Awaitable(a)
    return x + b
async def outer():
    return await add(1, 2) * 10
print(run(outer(), 5))
class Ctx:
    async def __aenter__(self): print("aenter"); return "ctx"
    async def __aexit__(self, *e): print("aexit", e[0]); return True
class Iter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def uses():
    async with Ctx() as c: print(c)
    async with Ctx(): raise ValueError
    async for i in Iter(3): print(i, end=" ")
    else: print("else")
    print([x async for x in Iter(3)], {x: 1 async for x in Iter(2)}, {x async for x in Iter(2) if x}, [await add_now(x) for x in (1, 2)])
    return "done"
async def add_now(x): return x + 1
print(run(uses()))
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got: print("got", got)
    finally:
        print("agen finally")
async def drive():
    out = []
    async for v in agen(3): out.append(v)
    print(out)
    g = agen(2)
    print(await g.__anext__(), await g.asend("hello"))
    try: await g.athrow(ValueError("thrown"))
    except ValueError as e: print("out", e)
    g = agen(5); print(await anext(g)); await g.aclose()
    try: await anext(g)
    except StopAsyncIteration: print("exhausted")
    print([v async for v in (x * 2 async for x in agen(2))])
run(drive())
c = add(1, 2); print(type(c).__name__, c.cr_code.co_name, c.cr_running, c.cr_frame is not None, c.cr_await); c.close()
for bad in (lambda: run(c), lambda: add(1, 2).send(5)):
    try: bad()
    except (RuntimeError, TypeError) as e: print(type(e).__name__, e)
async def bad_await():
    for what in (5, [1]):
        try: await what
        except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        async for x in 5: pass
    except TypeError as e: print(e)
run(bad_await())
async def throws():
    try: await Awaitable(1)
    except KeyError as e: return "caught " + str(e)
t = throws(); t.send(None)
try: t.throw(KeyError("k"))
except StopIteration as e: print(e.value)
g = agen(1); print(type(g).__name__, g.ag_running, g.ag_code.co_name, g.ag_frame is not None)
