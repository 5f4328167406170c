# Producers, consumers, timeouts and groups of tasks.
import asyncio

async def producer(queue, name, n):
    for i in range(n):
        await asyncio.sleep(0.001)
        await queue.put((name, i))
    await queue.put(None)

async def consumer(queue, producers):
    seen = []
    while producers:
        item = await queue.get()
        if item is None:
            producers -= 1
        else:
            seen.append(item)
        queue.task_done()
    return sorted(seen)

class Resource:
    def __init__(self, name): self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0); print("open", self.name); return self
    async def __aexit__(self, *error):
        await asyncio.sleep(0); print("close", self.name, error[0].__name__ if error[0] else None)

async def numbers(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print("numbers closed")

async def failing(delay, error):
    await asyncio.sleep(delay)
    raise error

async def main():
    queue = asyncio.Queue(maxsize=2)
    tasks = [asyncio.create_task(producer(queue, name, 3)) for name in "ab"]
    print(await consumer(queue, 2), [t.done() for t in tasks])
    print(await asyncio.gather(*(asyncio.sleep(0.001 * i, result=i) for i in (3, 1, 2))))
    print([r if not isinstance(r, Exception) else repr(r) for r in
           await asyncio.gather(failing(0, ValueError("v")), asyncio.sleep(0, 1), return_exceptions=True)])
    async with Resource("r") as r:
        print([i async for i in numbers(3) if i != 1], r.name)
    try:
        async with Resource("x"):
            raise KeyError("k")
    except KeyError as e:
        print("caught", e)
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError as e:
        print("timeout", repr(e))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout 2")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing(0, ValueError("one")))
            group.create_task(failing(0, TypeError("two")))
            t = group.create_task(asyncio.sleep(5))
    except* ValueError as eg:
        print(eg.exceptions)
    except* TypeError as eg:
        print(eg.exceptions, t.cancelled())
    event = asyncio.Event()
    async def waiter():
        await event.wait()
        return "event"
    task = asyncio.create_task(waiter(), name="waiting")
    await asyncio.sleep(0)
    print(task.get_name(), task.done())
    event.set()
    print(await task)
    lock = asyncio.Lock()
    order = []
    async def locked(n):
        async with lock:
            order.append(n); await asyncio.sleep(0); order.append(-n)
    await asyncio.gather(*map(locked, (1, 2, 3)))
    print(order)
    task = asyncio.create_task(asyncio.sleep(100))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", e, task.cancelled())
    semaphore = asyncio.Semaphore(2)
    running = peak = 0
    async def limited():
        nonlocal running, peak
        async with semaphore:
            running += 1; peak = max(peak, running)
            await asyncio.sleep(0.001)
            running -= 1
    await asyncio.gather(*(limited() for _ in range(5)))
    print("peak", peak)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(t)) for t in (0, 1)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for p in pending: p.cancel()
    return "result"

print(asyncio.run(main()))
try:
    asyncio.run(failing(0, RuntimeError("out")))
except RuntimeError as e:
    print(e)
try:
    asyncio.run(42)
except ValueError as e:
    print(e)
