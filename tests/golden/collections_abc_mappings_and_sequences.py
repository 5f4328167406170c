# collections.abc: mixins of mappings, views and sequences.
from collections.abc import (ItemsView, KeysView, Mapping, MappingView, MutableMapping, MutableSequence, Sequence,
                             ValuesView)


class Fixed(Mapping):
    def __init__(self, data):
        self.data = dict(data)

    def __getitem__(self, key):
        return self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f"{type(self).__name__}({self.data})"


f = Fixed({"a": 1, "b": 2})
print(f.get("a"), f.get("z"), f.get("z", 5), "a" in f, "z" in f, f == {"a": 1, "b": 2}, f == Fixed({}), f != {}, f == 3)
print(f.keys(), f.items(), f.values())
print(list(f.keys()), list(f.items()), list(f.values()), len(f.keys()), 2 in f.values(), ("a", 1) in f.items())
print(("z", 1) in f.items(), ("a", 9) in f.items(), sorted(f.keys() | {"c"}), sorted(f.keys() & {"a"}), f.items() & [("a", 1)])
print(sorted(f.keys() ^ "bx"), f.keys() == {"a", "b"}, f.keys() <= {"a", "b", "c"}, f.keys().isdisjoint("xy"))
print(isinstance(f.keys(), KeysView), isinstance({}.keys(), KeysView), isinstance({}.items(), ItemsView),
      isinstance({}.values(), ValuesView), isinstance({}.keys(), MappingView))
try:
    reversed(f)
except TypeError as error:
    print(error)
try:
    hash(f)
except TypeError as error:
    print(error)
print(dict(f), {**f}, MappingView(f), len(MappingView(f)))


class Changing(Fixed, MutableMapping):
    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]


c = Changing({"a": 1})
c.update({"b": 2}, c=3)
c.update([("d", 4)])
c.update(Fixed({"e": 5}))
c.update(x=1)


class WithKeys:
    def keys(self):
        return ["k"]

    def __getitem__(self, key):
        return key + "!"


c.update(WithKeys())
print(c, c.pop("a"), c.pop("a", "gone"), c.setdefault("b", 9), c.setdefault("new"), c.popitem())
try:
    c.pop("a")
except KeyError as error:
    print("KeyError", error)
c.clear()
print(c, len(c))
try:
    c.popitem()
except KeyError as error:
    print("KeyError", error.args)
try:
    c.update({}, {})
except TypeError as error:
    print(error)
c.update(self=1, other=2)
print(c)


class Items(Sequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f"{type(self).__name__}{self.items}"


s = Items(1, 2, 3, 2)
print(list(s), list(reversed(s)), 2 in s, 9 in s, s.index(2), s.index(2, 2), s.index(2, -2), s.count(2), s.index(3, 0, -1))
for arguments in ((9,), (1, 1), (3, 0, 2), (2, -1, -1)):
    try:
        print(s.index(*arguments))
    except ValueError as error:
        print("ValueError", error.args)


class Growing(Items, MutableSequence):
    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def insert(self, index, value):
        self.items.insert(index, value)


g = Growing(1, 2)
g.append(3)
g.extend([4, 5])
g += [6]
g.extend(g)
print(g)
g.reverse()
print(g, g.pop(), g.pop(0))
g.remove(3)
print(g)
try:
    g.remove("x")
except ValueError as error:
    print("ValueError", error.args)
g.clear()
print(g)
try:
    g.pop()
except IndexError as error:
    print("IndexError", error)
nan = float("nan")
print(nan in Items(nan), Items(nan).index(nan), Items(nan).count(nan))
