import sys
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return r
async def co(n):
    r = await Aw(n)
    print("r", r)
    r = await inner()
    return r
async def inner():
    try:
        return await Aw("in")
    finally: print("inner fin")
def run(c, sends=()):
    out = []
    try:
        v = c.send(None)
        while True:
            out.append(v); v = c.send("s%d" % len(out))
    except StopIteration as e: return out, e.value
print(run(co(1)))
async def ag(n):
    for i in range(n):
        got = yield i
        if got: print("got", got)
    await Aw("ag-await")
async def use():
    async for x in ag(3): print("x", x)
    else: print("else")
    print([y async for y in ag(2)], {y: y async for y in ag(2)})
    g = ag(5); print(await g.__anext__(), await g.asend("hi")); 
    try: await g.athrow(KeyError("k"))
    except KeyError as e: print("KE", e)
    try: await g.__anext__()
    except StopAsyncIteration: print("SAI")
    g2 = ag(3); await g2.__anext__(); await g2.aclose(); await g2.aclose()
    return list(x for x in [1])
print(run(use()))
class ACM:
    async def __aenter__(self): print("aenter"); await Aw("e"); return self
    async def __aexit__(self, *a): print("aexit", a[0]); return True
async def w():
    async with ACM() as m:
        raise ValueError
    async with ACM(): return 5
print(run(w()))
def t(c):
    try: print(run(c))
    except BaseException as e: print(type(e).__name__, e)
async def b1(): await 5
async def b2():
    async for x in 5: pass
async def b3():
    async with 5: pass
async def b4():
    async for x in ag(1): raise ZeroDivisionError("zz")
async def b5():
    raise StopIteration(3)
async def b6():
    yield 1
    raise StopIteration
async def b7():
    async for _ in b6(): pass
for b in (b1,b2,b3,b4,b5,b7): t(b())
c = inner(); c.send(None); c.close()
c = inner(); c.send(None)
try: c.throw(ValueError("thr"))
except ValueError as e: print(e)
try: c.send(None)
except RuntimeError as e: print(e)
c = co(1); print(c.cr_frame is not None, c.cr_running, c.cr_await, type(c), type(ag(1))); c.close()
w_ = co(2).__await__(); print(type(w_), next(w_)); w_.close()
