# zip, map, filter, enumerate, reversed, iter, next, sum, min, max, sorted, all, any: laziness and errors.
log = []
class It:
    def __init__(self, name, *items): self.name, self.items = name, list(items)
    def __iter__(self): log.append(f"iter {self.name}"); return self
    def __next__(self):
        log.append(f"next {self.name}")
        if not self.items: raise StopIteration
        item = self.items.pop(0)
        if isinstance(item, Exception): raise item
        return item
def drain(make):
    log.clear()
    try: result = list(make())
    except Exception as error: result = f"{type(error).__name__}: {error}"
    print(result, log)
drain(lambda: zip(It("a", 1, 2), It("b", 3))); drain(lambda: zip(It("a", 1), It("b", 3, 4))); drain(lambda: zip(It("a"), 5)); drain(lambda: zip()); drain(lambda: zip(It("a", 1))); drain(lambda: zip(It("a", 1), It("b", 1, 2), strict=True)); drain(lambda: zip(It("a", 1, 2), It("b", 1), strict=True)); drain(lambda: zip(It("a", 1), It("b", 1), It("c", 1, 2), strict=True)); drain(lambda: zip(It("a", ValueError("in a")), It("b", 1)))
drain(lambda: map(lambda *a: a, It("a", 1, 2), It("b", 3))); drain(lambda: map(int, ["1", "x"])); drain(lambda: map(None, [1])); drain(lambda: map(len, [1])); drain(lambda: filter(None, It("a", 0, 1, "", "x"))); drain(lambda: filter(lambda x: 1 / x, It("a", 1, 0))); drain(lambda: filter(5, [1]))
drain(lambda: enumerate(It("a", "x", "y"), 5)); drain(lambda: enumerate("ab", start=-1)); drain(lambda: enumerate("ab", 10 ** 20)); drain(lambda: enumerate([], "x")); drain(lambda: reversed([1, 2, 3])); drain(lambda: reversed({1: 2, 3: 4})); drain(lambda: reversed("abc")); drain(lambda: reversed(range(0, 10, 3))); drain(lambda: reversed({1, 2})); drain(lambda: reversed(It("a")))
class Seq:
    def __init__(self, n): self.n = n
    def __len__(self): log.append("len"); return self.n
    def __getitem__(self, i): log.append(i); return i * 10 if i < self.n else [][0]
class Rev:
    def __reversed__(self): return iter("reversed by itself")
class NoRev(list): __reversed__ = None
drain(lambda: reversed(Seq(3))); drain(lambda: Seq(2)); drain(lambda: reversed(Rev())); drain(lambda: reversed(NoRev()))
values = iter([1, 2, 0, 3]); drain(lambda: iter(lambda: next(values), 0)); drain(lambda: iter(lambda: 5 / 0, 1)); drain(lambda: iter(5, 1)); drain(lambda: iter(It("a", 1))); drain(lambda: iter(5))
def attempt(f):
    try: print(f(), end=" | ")
    except Exception as error: print(type(error).__name__, error, end=" | ")
for f in [lambda: next(iter([])), lambda: next(iter([]), "d"), lambda: next(5), lambda: next([]), lambda: next(It("a", KeyError("k")), 1), lambda: sum([1, 2.5, 3]), lambda: sum([], 5), lambda: sum([[1], [2]], []), lambda: sum(["a"]), lambda: sum("ab", ""), lambda: sum([1], start=2), lambda: sum([0.1] * 10), lambda: sum([1, "a"]), lambda: sum([1e308, 1e308, -1e308]), lambda: sum([True, True]), lambda: sum([1j, 2]), lambda: sum(((1,), (2,)), ()),
          lambda: min(3, 1, 2), lambda: min([3, 1]), lambda: min("cab"), lambda: min([], default=None), lambda: min([]), lambda: min(1), lambda: min([1], [0]), lambda: min(1, 2, key=lambda x: -x), lambda: max("a", "bb", key=len), lambda: max([1, 1.0, True]), lambda: max([True, 1.0, 1]), lambda: max([], key=len, default=5), lambda: max(1, 2, default=3), lambda: max([1, "a"]), lambda: max(1, 2, foo=3), lambda: min({3: 1, 2: 5}), lambda: max([[1, 2], [1, 3]]), lambda: max([None]), lambda: max([None, None]),
          lambda: sorted([3, 1, 2]), lambda: sorted("cab", reverse=True), lambda: sorted([1, "a"]), lambda: sorted([(1, "b"), (1, "a"), (0, "c")], key=lambda p: p[0]), lambda: sorted({3: 1, 1: 2}), lambda: sorted([1, 2], key=None, reverse=0), lambda: sorted([], key=5), lambda: sorted([1], key=5), lambda: sorted(5), lambda: sorted([1, 2], lambda x: x), lambda: sorted([True, 0.5, 2]), lambda: all([]), lambda: any([]), lambda: all([1, 0, 1 / 1]), lambda: any(It("a", 0, 1, 2)), lambda: all(5), lambda: any([[], "", 0j])]:
    attempt(f)
print()
z = zip("ab", "cd"); print(next(z), list(z), list(z), iter(z) is z, type(z).__name__); m = map(str, [1]); print(iter(m) is m, next(m), next(m, "end")); e = enumerate("a"); print(next(e), repr(e)[:18]); r = reversed([1, 2]); print(r.__length_hint__(), next(r), r.__length_hint__(), list(r), r.__length_hint__())
l = [1, 2, 3]; r = reversed(l); l.append(4); l.pop(0); print(list(r)); it = iter(l); print(next(it), l.clear(), list(it)); l.append(5); print(list(it))
d = {1: 1, 2: 2}; it = iter(d); next(it); d[3] = 3
try: next(it)
except RuntimeError as error: print(error)
s = {1, 2}; it = iter(s); next(it); s.add(9)
try: next(it)
except RuntimeError as error: print(error)
