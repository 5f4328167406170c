# gather() and as_completed().
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
async def t2():
    r=await gather(sleeper(0.01,1),sleeper(0,2),return_exceptions=True); log(r)
    r=await gather(sleeper(0.01,1),sleeper(0,2,KeyError('k')),return_exceptions=True); log(r)
    try: await gather(sleeper(0.01,1),sleeper(0,2,KeyError('k')))
    except KeyError as e: log(repr(e))
    log(await gather())
    g=gather(sleeper(1,'x'),sleeper(1,'y')); await sleep(0); g.cancel()
    try: await g
    except CancelledError as e: log('gc',repr(e))
    s=sleeper(0,'same'); 
    log(await gather(s,s))
    for i,c in enumerate(as_completed([sleeper(0.05,'z'),sleeper(0,'w')])): log(await c)
    async for c in as_completed([sleeper(0.05,'z'),sleeper(0,'w')]): log(await c)
    try:
        for c in as_completed([sleeper(0.5,'z')],timeout=0.01): await c
    except TimeoutError as e: log('to',repr(e))
run(t2())
