# TaskGroup: results, failures, cancelling from outside.
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
async def t6():
    async with TaskGroup() as tg:
        log(tg); a=tg.create_task(sleeper(0.01,1)); b=tg.create_task(sleeper(0,2),name='n'); log(tg)
    log(a.result(),b.result(),tg)
    try: tg.create_task(sleeper(0))
    except RuntimeError as e: log(e)
    try:
        async with TaskGroup() as tg:
            tg.create_task(sleeper(0,'x',ValueError(1))); tg.create_task(sleeper(20,'y')); tg.create_task(sleeper(0,'z',KeyError(2)))
            await sleep(5); log('no')
    except* (ValueError,KeyError) as eg: log(repr(eg), current_task().cancelling())
    try:
        async with TaskGroup() as tg:
            tg.create_task(sleeper(1,'p')); await sleep(0); raise TypeError('body')
    except* TypeError as eg: log(repr(eg))
    async def outer():
        async with TaskGroup() as tg: tg.create_task(sleeper(1,'o'))
    t=create_task(outer()); await sleep(0); await sleep(0); t.cancel()
    try: await t
    except CancelledError as e: log('outer', repr(e))
run(t6())
