# Every method of set and frozenset.
def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__ + ":", error)

s = {3, 1, 2}
print(s, len(s), 1 in s, 4 in s, set(), frozenset(), frozenset([1]), {1, 1.0, True}, {()}, {None})
s.add(4)
s.add(4)
s.discard(1)
s.discard(100)
s.remove(2)
print(s)
attempt(s.remove, 2)
attempt(s.remove, [])
attempt(s.remove, {9})
attempt(s.add, [])
attempt(lambda: {[]})
attempt(lambda: {1, {2}})
attempt(s.add)
attempt(s.add, 1, 2)
attempt(set().pop)
print(s.pop(), s.pop(), s)
attempt(set, 1, 2)
attempt(set, 5)
attempt(set, a=1)
attempt(frozenset, 1, 2)
attempt(frozenset, a=1)
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b)
print(a.union(b, [9], "x"), a.intersection(b, (3,)), a.difference(b, [1]), a.symmetric_difference([1, 1, 8]))
print(a.union(), a.intersection(), a.difference(), a.union() is a)
print(a.isdisjoint(b), a.isdisjoint({9}), a.isdisjoint([1]), {3}.issubset(a), a.issuperset([1, 2]), {3} <= a, a < a, a <= a, a > {1}, a >= b)
print({3}.issubset([1, 2, 3]), set().issubset([]), {1}.issuperset(x for x in [1]))
attempt(lambda: a | [1])
attempt(lambda: a - [1])
attempt(lambda: a < [1])
attempt(lambda: a + b)
attempt(a.union, 5)
attempt(a.isdisjoint, 5)
attempt(a.intersection, [[]])
attempt(a.difference, [[]])
print(a == {4, 3, 2, 1}, a != b, a == [1, 2, 3, 4], a == frozenset(a), {1} == {1.0}, set() == frozenset(), set() == 0)
same = c = set(a)
c |= b
c &= {1, 3, 5, 7}
c -= {7}
c ^= {1, 2}
print(same, same is c)
attempt(lambda: c.__ior__([1]))
c.update([10], (11,), {12: 0}, "z")
c.intersection_update([10, 11, "z"], {10, 11})
c.difference_update([10], [10])
c.symmetric_difference_update([1, 2, 1])
print(c)
c.update()
c.clear()
print(c, bool(c))
c.update(c)
d = {1, 2}
d -= d
e = {1, 2}
e ^= e
f = {1, 2}
f &= f
print(d, e, f, f - f, f ^ f, f & f, f | f)
attempt(lambda: frozenset([1]).add)
frozen = frozenset("abc")
print(frozen.copy() is frozen, frozenset(frozen) is frozen, frozen | {"d"} == set("abcd"), type(frozen | {"d"}).__name__, type({"d"} | frozen).__name__)
frozen_alias = frozen
frozen |= {"z"}
print(len(frozen), frozen is frozen_alias)
attempt(hash, {1})
print(hash(frozenset([1, 2, 3])), hash(frozenset()), hash(frozenset(range(100))), hash(frozenset([frozenset([1]), 2.5])), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
outer = {frozenset([1, 2]), frozenset()}
print({1, 2} in outer, {2} in outer, set() in outer, frozenset([2, 1]) in outer)
outer.discard({1, 2})
outer.remove(set())
print(outer)
attempt(outer.remove, {5})
class Group(set):
    pass
g = Group([1, 2])
print(g, type(g | {3}).__name__, type(g.copy()).__name__, type(g & g).__name__, Group(), g == {1, 2}, isinstance(g, set))
g.name = "attribute"
print(g.name)
class Frozen(frozenset):
    def __new__(cls, items, extra=None):
        return super().__new__(cls, items)
print(Frozen([1], extra=2), type(Frozen([1]).copy()).__name__, hash(Frozen([1])) == hash(frozenset([1])))
cycle = Group()
class Holder:
    def __init__(self, held):
        self.held = held
    def __repr__(self):
        return f"Holder({self.held})"
    def __hash__(self):
        return 1
cycle.add(Holder(cycle))
print(cycle)
plain = set()
plain.add(Holder(plain))
print(plain)
