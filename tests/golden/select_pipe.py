# select waits for descriptors and objects with fileno().
import select, os, time
r, w = os.pipe()
print(select.select([r], [], [], 0), select.select([], [w], [])[1] == [w])
start = time.monotonic()
select.select([r], [], [], 0.02)
print(time.monotonic() - start >= 0.015)
os.write(w, b"x")
class File:
    def fileno(self): return r
f = File()
print(select.select([f, r], [], [], 1) == ([f, r], [], []))
os.close(w)
os.read(r, 1)
print(select.select([r], [], [], 1)[0] == [r], os.read(r, 1))
os.close(r)
for wrong in (lambda: select.select([r], [], [], 0), lambda: select.select(["x"], [], []), lambda: select.select(1, [], []),
              lambda: select.select([-1], [], []), lambda: select.select([], [], [], -1), lambda: select.select([], [], [], "x")):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
