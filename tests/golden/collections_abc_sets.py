# collections.abc.Set and MutableSet: what the mixins give.
from collections.abc import MutableSet, Set


class Listed(Set):
    def __init__(self, items=()):
        self.items = []
        for item in items:
            if item not in self.items:
                self.items.append(item)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f"{type(self).__name__}({self.items})"

    def __hash__(self):
        return self._hash()


a, b = Listed("abc"), Listed("bcd")
print(a & b, a | b, a - b, a ^ b)
print(a & "cx", "cx" & a, a | "cx", "xc" | a, a - "a", "ax" - a, a ^ "ax", "ax" ^ a)
print(a & {"a"}, {"a", "z"} - a, frozenset("a") | Listed("a"))
print(a <= b, a < b, a >= b, a == b, a != b, a == Listed("cba"), a <= Listed("abcd"), a < Listed("abcd"), a > Listed("a"))
print(a == {"a", "b", "c"}, {"a", "b", "c"} == a, a >= {"a"}, {"a"} <= a, {"a"} < a)
print(a.isdisjoint(b), a.isdisjoint("xyz"), "a" in a)
for n in (0, 1, 5, 30):
    print(hash(Listed(range(n))) == hash(frozenset(range(n))))
for attempt in (lambda: a & 3, lambda: a < 3, lambda: a | None, lambda: 3 - a):
    try:
        attempt()
    except TypeError as error:
        print(error)


class Mutable(Listed, MutableSet):
    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)


m = Mutable("abc")
m.add("d")
m.discard("zzz")
m.remove("a")
try:
    m.remove("a")
except KeyError as error:
    print("KeyError", error)
print(m, m.pop(), m)
m |= "xy"
print(m)
m &= Mutable("xc")
print(m)
m ^= "xz"
print(m)
m -= "z"
print(m)
same = m
m ^= m
print(m, same is m)
m |= "ab"
m -= m
print(m)
m |= "ab"
m.clear()
print(m, len(m))
try:
    m.pop()
except KeyError as error:
    print("KeyError", error.args)
print(type(m & "a"), type(m | a), type(a | m), isinstance(m, Set))


class Own(Listed):
    @classmethod
    def _from_iterable(cls, it):
        return sorted(it)


print(Own("cb") | "a")
