# Futures: states, results, exceptions, callbacks, how they are shown.
import asyncio
import re


def attempt(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


def shown(value):
    return re.sub(r" at .*?:\d+", " at FILE", repr(value))


def callback(future):
    print("called back", future.cancelled() or future.exception() or future.result())


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    attempt(f.result)
    attempt(f.exception)
    attempt(f.set_exception, 3)
    print(f, f.done(), f.cancelled(), f.get_loop() is loop)
    f.add_done_callback(callback)
    print(shown(f))
    f.add_done_callback(callback)
    print(shown(f))
    f.add_done_callback(print)
    print(shown(f))
    print(f.remove_done_callback(callback), f.remove_done_callback(callback), f)
    f.add_done_callback(callback)
    f.remove_done_callback(print)
    f.set_result(list(range(100)))
    print(f)
    attempt(f.set_result, 2)
    attempt(f.set_exception, ValueError)
    print(f.cancel(), len(await f), f.exception())
    failed = loop.create_future()
    failed.set_exception(ValueError)
    print(failed)
    attempt(failed.result)
    attempt(setattr, failed, "_log_traceback", True)
    cancelled = loop.create_future()
    cancelled.add_done_callback(callback)
    print(cancelled.cancel("why"), cancelled.cancel(), cancelled)
    attempt(cancelled.result)
    attempt(cancelled.exception)
    try:
        await cancelled
    except asyncio.CancelledError as error:
        print("awaited", error.args)
    stop = loop.create_future()
    stop.set_exception(StopIteration(1))
    attempt(stop.result)
    print(asyncio.Future[int], asyncio.isfuture(f), asyncio.isfuture(asyncio.Future))
    recursive = loop.create_future()
    recursive.set_result([recursive])
    print(recursive)

    async def work():
        await asyncio.sleep(0.001)
        return "x" * 50

    task = asyncio.create_task(work(), name="worker")
    print(shown(task))
    await asyncio.sleep(0)
    print(shown(task))
    await task
    print(shown(task))
    task = asyncio.create_task(work())
    task.cancel()
    print(re.sub("Task-.", "Task-N", shown(task)))
    await asyncio.wait([task])
    print(re.sub("Task-.", "Task-N", shown(task)), task.cancelling())
    print(asyncio.Task[int], task.get_coro().__name__)


asyncio.run(main())
