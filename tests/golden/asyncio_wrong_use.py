# What cannot be awaited, or made a task.
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
async def t10():
    try: await 3
    except TypeError as e: log(e)
    class B:
        def __await__(self): yield 5
    try: await B()
    except RuntimeError as e: log(e)
    t=current_task()
    async def selfw(): await current_task()
    try: await create_task(selfw())
    except RuntimeError as e: log(str(e)[:25])
    log(iscoroutinefunction(t10), iscoroutine(t10), isfuture(t), isfuture(3))
    try: ensure_future(3)
    except TypeError as e: log(e)
    try: create_task(3)
    except TypeError as e: log(e)
    try: Task(3)
    except TypeError as e: log(e)
    try: t.set_result(3)
    except RuntimeError as e: log(e)
    await sleep(-1); 
    try: await sleep(float('nan'))
    except ValueError as e: log(e)
run(t10())
