# WeakValueDictionary: entries vanish with their values, never under an iterator.
import weakref, gc

class Value:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"Value({self.name})"

d = weakref.WeakValueDictionary()
a, b, c = Value("a"), Value("b"), Value("c")
d["a"], d["b"] = a, b
d.update({"c": c})
print(len(d), sorted(d), d["a"], d.get("b"), d.get("x"), d.get("x", 1), "a" in d, "x" in d)
print(list(d.items()), list(d.keys()), list(d.values()), len(d.valuerefs()))
del b
print(len(d), list(d), "b" in d)
for error in (lambda: d["b"], lambda: d.pop("b"), lambda: d.__delitem__("b"), lambda: d.__setitem__("i", 1)):
    try:
        error()
    except Exception as e:
        print(type(e).__name__, e)
print(d.pop("b", "default"), d.setdefault("a", c), d.setdefault("new", c))
iterator = iter(d.items())
print(next(iterator))
del a
print(len(d.data), len(d))
print(list(iterator), list(d))
del iterator
gc.collect()
print(len(d.data))
print(d.pop("new"), d.popitem(), len(d))
keep = [Value(i) for i in range(5)]
e = weakref.WeakValueDictionary(zip("vwxyz", keep))
f = e.copy()
print(type(f).__name__, f == e, dict(f) == dict(e))
g = e | {"v": keep[4]}
print(g["v"], type(g).__name__)
h = {"v": keep[3], "n": keep[0]} | e
print(h["v"], sorted(h))
e |= {"w": keep[0]}
print(e["w"])
keep.clear()
print(len(e), len(f), len(g), len(h))
print(repr(e)[:27], bool(e))
print([weakref.KeyedRef.__slots__, weakref.KeyedRef.__mro__[1].__name__])
