# Locks, events, semaphores, conditions, barriers.
import asyncio
import contextvars
import sys
from asyncio import *
log=print
def run(c): 
    try: r=asyncio.run(c); log('->',r)
    except BaseException as e: log('!!',type(e).__name__,e)
async def sleeper(t,v=None,exc=None):
    try:
        await asyncio.sleep(t)
        if exc: raise exc
        return v
    except asyncio.CancelledError as e:
        log('cancelled',v,e.args); raise
async def t4():
    l=Lock(); log(repr(l)[:1], l.locked())
    order=[]
    async def w(i):
        async with l: order.append(i); await sleep(0)
    await gather(*(w(i) for i in range(4))); log(order)
    try: l.release()
    except RuntimeError as e: log(e)
    e=Event(); ts=[create_task(e.wait()) for _ in range(2)]; await sleep(0); log(repr(e).split('[')[1]); e.set(); log(await gather(*ts), e.is_set()); log(await e.wait()); e.clear()
    s=Semaphore(2); 
    async def ws(i):
        async with s: order.append(('s',i)); await sleep(0)
    await gather(*(ws(i) for i in range(4))); log(order[4:]); log(repr(s).split('[')[1], s.locked())
    bs=BoundedSemaphore(1)
    try: bs.release()
    except ValueError as ex: log(ex)
    try: Semaphore(-1)
    except ValueError as ex: log(ex)
    c=Condition()
    async def cw(i):
        async with c: await c.wait(); log('notified',i)
    ts=[create_task(cw(i)) for i in range(3)]; await sleep(0)
    async with c: c.notify(); 
    await sleep(0)
    async with c: c.notify_all()
    await gather(*ts)
    for f in (c.notify,):
        try: f()
        except RuntimeError as ex: log(ex)
    try: await c.wait()
    except RuntimeError as ex: log(ex)
    async with c: log(await c.wait_for(lambda: 5))
    b=Barrier(3); log(repr(b).split('[')[1], b.parties, b.n_waiting, b.broken)
    async def bw(i): r=await b.wait(); return r
    log(sorted(await gather(*(bw(i) for i in range(3)))))
    t=create_task(bw(0)); await sleep(0); await b.abort()
    try: await t
    except BrokenBarrierError as ex: log(repr(ex))
    try: await b.wait()
    except BrokenBarrierError as ex: log(repr(ex))
    await b.reset(); log(b.broken)
    try: Barrier(0)
    except ValueError as ex: log(ex)
run(t4())
