# What is left at the end of run() is cancelled.
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
async def t9():
    async def never(): await get_running_loop().create_future()
    create_task(never()); t=create_task(sleeper(10,'left')); await sleep(0)
    return 'end'
run(t9())
