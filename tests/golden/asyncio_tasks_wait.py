# Tasks: names, cancelling, wait().
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
async def t1():
    a=create_task(sleeper(20,'a'),name='A'); b=create_task(sleeper(0.01,'b')); b.set_name('B')
    log(a.get_name(),b.get_name(), len(all_tasks()), current_task().get_name())
    done,pend=await wait([a,b],return_when=FIRST_COMPLETED); log([t.get_name() for t in done],[t.get_name() for t in pend])
    done,pend=await wait([a,b],timeout=0.001); log(len(done),len(pend))
    a.cancel('msg'); 
    try: await a
    except CancelledError as e: log(repr(e),a.cancelled(),a.cancelling())
    try: a.result()
    except CancelledError as e: log(repr(e))
    try: a.exception()
    except CancelledError as e: log(repr(e))
    log(a.cancel(), a.uncancel())
    for bad in ([],'x',3):
        try: await wait(bad)
        except Exception as e: log(type(e).__name__,e)
    try: await wait([sleeper(1)])
    except Exception as e: log(type(e).__name__,e)
run(t1())
