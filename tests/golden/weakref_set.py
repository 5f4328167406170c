# WeakSet has the operations of a set, and holds none of its members.
import weakref

class Item:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"I{self.n}"
    def __hash__(self): return self.n  # sets of them have one order

def show(s): return sorted(s, key=lambda item: item.n)

a, b, c, d = map(Item, range(4))
s = weakref.WeakSet([a, b, c])
print(len(s), a in s, d in s, 1 in s, show(s))
s.add(d); s.discard(d); s.discard(d)
try:
    s.remove(d)
except KeyError as e:
    print("KeyError", type(e.args[0]).__name__)
other = weakref.WeakSet([b, d])
print(show(s | other), show(s & other), show(s - other), show(s ^ other))
print(s.isdisjoint([d]), s.issubset([a, b, c, d]), s <= other, s >= [a], s > [a], s < [a, b, c, d])
print(s == weakref.WeakSet([c, b, a]), s == {a, b, c}, s != other)
s |= other; print(show(s))
s -= [b]; print(show(s))
s &= [a, c, d]; print(show(s))
s ^= [a, b]; print(show(s))
t = s.copy()
iterator = iter(t)
first = next(iterator)
others = [item for item in (a, b, c, d) if item in t and item is not first]
n = len(t)
keep = others.pop()
if first is not a: del a
if first is not b: del b
if first is not c: del c
if first is not d: del d
size, others = len(others), None
print(len(t) == n - size, len(t.data) == n)
del iterator
print(len(t.data) == n - size, keep in t, first in t)
a, b, c, d = map(Item, range(4))
s.update([a])
t = weakref.WeakSet([a])
s.clear()
print(len(s), t.pop(), weakref.WeakSet.__module__)
try:
    weakref.WeakSet().pop()
except KeyError as e:
    print(e)
try:
    s.add(1)
except TypeError as e:
    print(e)
print(weakref.WeakSet[int])
