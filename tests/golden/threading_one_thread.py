# What of threading one thread can use.
import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.001))
lock.release()
with lock as got:
    print(got, lock.locked())
try:
    lock.release()
except RuntimeError as e:
    print(e)
for wrong in (lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2)):
    try:
        wrong()
    except ValueError as e:
        print(e)
r = threading.RLock()
with r, r:
    print("twice", repr(r).split(" at ")[0].split("owner")[0], "count=2" in repr(r))
try:
    r.release()
except RuntimeError as e:
    print(e)
e = threading.Event()
print(e.is_set(), e.wait(0.001))
e.set()
print(e.wait(), repr(e).split(": ")[1])
s = threading.BoundedSemaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False))
s.release(2)
try:
    s.release()
except ValueError as e:
    print(e)
c = threading.Condition()
with c:
    print(c.wait(0.001), c.wait_for(lambda: "ready"), c.wait_for(lambda: 0, 0.001))
    c.notify_all()
try:
    c.notify()
except RuntimeError as e:
    print(e)
print(threading.current_thread() is threading.main_thread(), threading.active_count(), threading.current_thread().name)
t = threading.Thread(target=print, args=("run", 1), kwargs={"sep": "-"}, name="worker", daemon=True)
print(t.name, t.daemon, t.is_alive(), t.ident, t)
t.run()
local = threading.local()
local.x = 1
print(local.x, vars(local), hasattr(local, "y"))
class Local(threading.local):
    def __init__(self, n): self.n = n
print(Local(3).n)
b = threading.Barrier(1, action=lambda: print("action"))
print(b.wait(), b.parties, b.broken)
