# Callbacks, timers, contexts, exception handlers, asynchronous generators.
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
v=contextvars.ContextVar('v',default=0)
async def t7():
    v.set(1)
    async def ch(): log('child',v.get()); v.set(2)
    await create_task(ch()); log(v.get())
    ctx=contextvars.copy_context(); await create_task(ch(),context=ctx); log(v.get(), ctx[v])
    loop=get_running_loop()
    loop.call_soon(log,'soon'); loop.call_later(0.1,log,'later'); h=loop.call_later(0.05,log,'never'); h.cancel(); log(h.cancelled())
    h=loop.call_at(loop.time()+0.001,log,'at'); 
    await sleep(0.15)
    f=loop.create_future(); f.add_done_callback(lambda f: log('done',f.result())); f.set_result(4); log(await f)
    try: loop.run_until_complete(f)
    except RuntimeError as e: log(e)
    try: asyncio.run(sleeper(0))
    except RuntimeError as e: log(e)
    def boom(): raise ZeroDivisionError('cb')
    loop.set_exception_handler(lambda l,c: log('handler',c['message'].split(' at ')[0],repr(c['exception']))); loop.call_soon(boom); await sleep(0)
    async def agen():
        try:
            yield 1; yield 2
        finally: await sleep(0); log('agen closed')
    async for i in agen(): break
    await sleep(0); await sleep(0); await sleep(0)
    g=agen(); log(await anext(g))
    await g.aclose()
run(t7())
