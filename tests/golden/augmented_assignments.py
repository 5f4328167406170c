# Augmented assignment: evaluation once, in-place methods, fallbacks, tuples' surprise.
log = []
def note(x): log.append(x); return x
class Box(dict):
    def __getitem__(self, k): log.append(("get", k)); return super().__getitem__(k)
    def __setitem__(self, k, v): log.append(("set", k, v)); super().__setitem__(k, v)
class Attr:
    def __init__(self): object.__setattr__(self, "v", 1)
    def __getattribute__(self, n): log.append(("getattr", n)); return object.__getattribute__(self, n)
    def __setattr__(self, n, v): log.append(("setattr", n, v)); object.__setattr__(self, n, v)
b = Box(); dict.__setitem__(b, "k", 10); a = Attr()
(note("obj"), b)[1][(note("key"), "k")[1]] += note(5)
(note("obj"), a)[1].v += note(2)
print(log)
class InPlace:
    def __init__(self, v): self.v = v
    for name in "add sub mul truediv floordiv mod pow matmul lshift rshift and xor or".split():
        exec(f"def __i{name}__(self, other): return ('i{name}', self.v, other)")
class Plain:
    for name in "add sub mul truediv floordiv mod pow matmul lshift rshift and xor or".split():
        exec(f"def __{name}__(self, other): return ('{name}', other)")
        exec(f"def __r{name}__(self, other): return ('r{name}', other)")
class Declines:
    def __iadd__(self, other): log.append("iadd"); return NotImplemented
    def __add__(self, other): log.append("add"); return NotImplemented
class NoInPlace:
    __iadd__ = None
    def __add__(self, other): return "add"
for operator in ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "^", "|"]:
    results = []
    for make in (lambda: InPlace(1), Plain, lambda: 7):
        ns = {"x": make(), "y": Plain() if make() == 7 else 2}
        exec(f"x {operator}= y", ns)
        results.append(ns["x"])
    print(operator, [r if r.__class__ is not Plain else "Plain" for r in map(lambda r: tuple("Plain" if isinstance(q, Plain) else q for q in r) if isinstance(r, tuple) else r, results)])
log.clear()
x = Declines()
for value in (1, Plain(), Declines()):
    y = x
    try: y += value; print("result", y[0] if isinstance(y, tuple) else y)
    except TypeError as error: print(error)
print(log)
try: n = NoInPlace(); n += 1
except TypeError as error: print(error)
t = ([1], 2)
try: t[0] += [2]
except TypeError as error: print(error, t)
l = m = [1]; l += (2,); print(l is m, m); l = l + [3]; print(l is m, m); l += "ab"; print(l)
try: l += 5
except TypeError as error: print(error)
s = u = {1}; s |= {2}; print(s is u, u); s = s | {3}; print(s is u); s -= {1}; s &= {2}; s ^= {9}; print(s)
try: s |= [1]
except TypeError as error: print(error)
d = e = {1: 2}; d |= {3: 4}; d |= [(5, 6)]; print(d is e, e)
try: d |= 5
except TypeError as error: print(error)
ba = bb = bytearray(b"a"); ba += b"b"; ba *= 2; print(ba is bb, ba)
st = sv = "a"; st += "b"; print(sv, st); tp = tq = (1,); tp += (2,); tp *= 2; print(tq, tp)
li = [1, 2]; li *= 2; li[1:3] += [9]; print(li); li[0] -= 5; li[-1] **= 2; print(li)
i = 5; i //= 2; i **= 3; i %= 5; i <<= 4; i |= 1; i ^= 3; i >>= 1; i &= 0xFF; print(i); i /= 2; print(i); i @= Plain(); print(i[0])
def unbound():
    unbound_name += 1
try: unbound()
except UnboundLocalError as error: print(error)
try: undefined_global += 1
except NameError as error: print(error)
class C:
    count = 0
    def up(self): self.count += 1
c = C(); c.up(); c.up(); print(c.count, C.count, vars(c))
def f(): f.calls += 1
f.calls = 0; f(); f(); print(f.calls)
x = 1; x += x + (x := 5); print(x)
arr = [0, 1, 2]; idx = 0
def next_index():
    global idx
    idx += 1
    return idx
arr[next_index()] += next_index(); print(arr, idx)
