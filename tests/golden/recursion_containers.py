# Containers and iterators nested a hundred thousand deep: an error or an answer, never a crash.
def attempt(f):
    try:
        r = f()
        print("ok")
    except RecursionError as e:
        print("RecursionError")
t = ()
for i in range(100000): t = (t,)
u = ()
for i in range(100000): u = (u,)
l = []; m = []
for i in range(100000): l = [l]; m = [m]
d = {}; e = {}
for i in range(100000): d = {1: d}; e = {1: e}
attempt(lambda: t == u)
attempt(lambda: t < u)
attempt(lambda: l == m)
attempt(lambda: d == e)
attempt(lambda: repr(t))
attempt(lambda: repr(l))
attempt(lambda: repr(d))
attempt(lambda: sorted([t, u]))
attempt(lambda: t in [u])
attempt(lambda: l in (m,))
attempt(lambda: max([l, m]))
s = slice(None)
for i in range(100000): s = slice(s, None)
attempt(lambda: repr(s))
attempt(lambda: s == s)
x = {}
for i in range(100000): x = {1: x.values()}
attempt(lambda: repr(x))
print("end")
