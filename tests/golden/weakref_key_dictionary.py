# WeakKeyDictionary: entries vanish with their keys; keys are compared by equality.
import weakref, gc

class Key:
    def __init__(self, name): self.name = name
    def __eq__(self, other): return isinstance(other, Key) and self.name == other.name
    def __hash__(self): return hash(self.name)
    def __repr__(self): return f"Key({self.name})"

d = weakref.WeakKeyDictionary()
a, b, c = Key("a"), Key("b"), Key("c")
d[a], d[b], d[c] = 1, 2, 3
print(len(d), list(d), d[Key("a")], d.get(b), d.get(Key("x"), "none"), a in d, 5 in d)
print(list(d.items()), list(d.values()), [r() for r in d.keyrefs()])
del b
print(len(d), list(d.items()))
for error in (lambda: d[Key("b")], lambda: d.pop(Key("b")), lambda: d.__setitem__(5, 1)):
    try:
        error()
    except Exception as e:
        print(type(e).__name__, type(e.args[0]).__name__)
iterator = d.keys()
print(next(iterator))
del c
print(len(d), list(iterator), len(d.data))
print(d.setdefault(a, 9), d.pop(a), d.pop(a, "gone"), len(d))
keep = [Key(i) for i in range(4)]
e = weakref.WeakKeyDictionary({k: k.name for k in keep})
f = e.copy()
print(f == e, dict(f) == dict(e), type(f).__name__)
print(sorted((e | {keep[0]: "new"}).values(), key=str), sorted(({keep[0]: "old"} | e).values()))
e |= {keep[1]: "changed"}
print(e[keep[1]], e.popitem()[1])
del keep
gc.collect()
print(len(e), len(f), bool(f))
