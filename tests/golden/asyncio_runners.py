# run() and Runner: results, SystemExit, wrong arguments.
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
async def t8(): await create_task(sleeper(0,None,SystemExit(3)))
try: asyncio.run(t8())
except SystemExit as e: log('exit',e.code)
run(sleeper(0,'r',OSError('e')))
try: asyncio.run(3)
except ValueError as e: log(e)
try: asyncio.get_running_loop()
except RuntimeError as e: log(e)
with Runner() as r: log(r.run(sleeper(0,5)), r.run(sleeper(0,6))); log(r.get_loop().is_running())
try: r.run(sleeper(0))
except RuntimeError as e: log(e)
