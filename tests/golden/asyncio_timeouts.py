# Timeouts: timeout(), wait_for(), shield().
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
async def t3():
    inner=create_task(sleeper(0.15,'in'))
    try: await wait_for(shield(inner),0.001)
    except TimeoutError: log('timeout')
    log(await inner)
    try:
        async with timeout(0.01) as t:
            log(repr(t)[:16]); await sleep(1)
    except TimeoutError as e: log('T',repr(e), t.expired(), t, e.__cause__.__class__)
    async with timeout(None) as t: log(t); t.reschedule(get_running_loop().time()+5); log(t.when() is not None)
    log(t, t.expired())
    try:
        async with timeout(0.001):
            try: await sleep(1)
            finally: log('cleanup')
    except TimeoutError: log('ok', current_task().cancelling())
    try: t.reschedule(1)
    except RuntimeError as e: log(e)
    try: 
        async with t: pass
    except RuntimeError as e: log(e)
    try: await wait_for(sleeper(1,'q'),0)
    except TimeoutError as e: log(repr(e), repr(e.__cause__))
    log(await wait_for(sleeper(0,'fast'),None), await wait_for(sleeper(0,'fast'),1))
run(t3())
