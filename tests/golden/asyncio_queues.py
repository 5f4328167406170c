# Queues of three kinds, full, empty, shut down.
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
async def t5():
    for Q in (Queue,LifoQueue,PriorityQueue):
        q=Q(2); q.put_nowait(3); q.put_nowait(1); log(q.full(), str(q), q.qsize(), q.maxsize)
        try: q.put_nowait(1)
        except QueueFull as e: log(repr(e))
        t=create_task(q.put(2)); await sleep(0); log(str(q)); log(await q.get()); await t; log(await q.get(), await q.get(), q.empty())
        try: q.get_nowait()
        except QueueEmpty as e: log(repr(e))
        q.task_done(); q.task_done(); q.task_done()
        try: q.task_done()
        except ValueError as e: log(e)
        g=create_task(q.get()); await sleep(0); log(str(q)); q.shutdown(); 
        try: await g
        except QueueShutDown as e: log(repr(e))
        try: await q.put(1)
        except QueueShutDown as e: log(repr(e))
        log(str(q))
    q=Queue(); q.put_nowait(1); q.put_nowait(2); q.shutdown(); log(await q.get()); q.shutdown(immediate=True); log(q.qsize()); 
    q.task_done() if 0 else None
    log(str(q))
run(t5())
