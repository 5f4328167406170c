# copy.copy and copy.deepcopy: containers, instances, slots, hooks, cycles, memo.
import copy
from collections import OrderedDict, defaultdict, deque, namedtuple

Pair = namedtuple("Pair", "a b")


class Plain:
    def __init__(self, value):
        self.value = value


class Slots:
    __slots__ = ("x", "y", "__hidden")

    def __init__(self):
        self.x = [1]
        self.__hidden = [2]


class Both(Slots):
    pass


class MyList(list):
    pass


class MyDict(dict):
    pass


class MyInt(int):
    pass


class State:
    def __init__(self):
        self.v = 1

    def __getstate__(self):
        return {"saved": self.v}

    def __setstate__(self, state):
        self.v = ("restored", state)


class NewArguments(tuple):
    def __new__(cls, a, b, *, c=0):
        self = super().__new__(cls, (a, b))
        self.c = c
        return self

    def __getnewargs_ex__(self):
        return tuple(self), {"c": self.c}


class Hooks:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deepcopied", type(memo).__name__


for atom in (None, 1, 2 ** 100, 1.5, 1j, "s", b"b", (), (1, 2), frozenset([1]), int, len, range(3), ..., Plain,
             lambda: 0, slice(1), NotImplemented, property()):
    print(copy.copy(atom) is atom, copy.deepcopy(atom) is atom, end=" ")
print()
for x in ([1, [2]], {1: [2]}, {1, 2}, bytearray(b"xy"), deque([[1]]), OrderedDict(a=[1]), defaultdict(list, {1: [2]}),
          Pair([1], 2), ([1], 2), MyList([[1]]), MyDict(a=[1])):
    shallow, deep = copy.copy(x), copy.deepcopy(x)
    print(type(shallow).__name__, shallow == x, shallow is x, deep == x, deep is x, shallow, deep)
x = [1, [2]]
print(copy.copy(x)[1] is x[1], copy.deepcopy(x)[1] is x[1])
p = Plain([1])
q, r = copy.copy(p), copy.deepcopy(p)
print(q.value is p.value, r.value is p.value, r.value, type(r) is Plain, q.__dict__ is p.__dict__)
s = Slots()
t = copy.copy(s)
print(t.x is s.x, t._Slots__hidden, hasattr(t, "y"), copy.deepcopy(s).x is s.x)
b = Both()
b.extra = [3]
c = copy.deepcopy(b)
print(c.x, c.extra, c.extra is b.extra, c.__dict__)
print(copy.copy(State()).v, copy.deepcopy(State()).v, copy.copy(Hooks()), copy.deepcopy(Hooks()))
n = NewArguments(1, [2], c=3)
print(copy.copy(n), copy.copy(n).c, copy.deepcopy(n)[1] is n[1], type(copy.deepcopy(n)).__name__, copy.deepcopy(MyInt(5)) == 5)
ml = MyList([1])
ml.attribute = [2]
print(copy.copy(ml).attribute is ml.attribute, copy.deepcopy(ml).attribute, copy.deepcopy(ml))

# cycles and sharing
cycle = [1]
cycle.append(cycle)
d = copy.deepcopy(cycle)
print(d[1] is d, d is cycle)
shared = [0]
d = copy.deepcopy({"a": shared, "b": shared, "t": (shared,)})
print(d["a"] is d["b"], d["t"][0] is d["a"], d["a"] is shared)
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
print(u[0][0] is u, u is t)
p = Plain(None)
p.value = p
q = copy.deepcopy(p)
print(q.value is q, q is p)
memo = {}
e = copy.deepcopy(shared, memo)
print(copy.deepcopy(shared, memo) is e, memo[id(shared)] is e, memo[id(memo)] == [shared])
m = copy.deepcopy(p.__init__)
print(m.__self__ is p, m.__func__ is Plain.__init__)


class Reduces:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduces, (1, [2]), {"state": 3}


class ByName:
    def __reduce__(self):
        return "global_name"


by_name = ByName()
print(vars(copy.copy(Reduces())), vars(copy.deepcopy(Reduces())), copy.copy(by_name) is by_name, copy.deepcopy(by_name) is by_name)


class Wrong:
    def __reduce_ex__(self, protocol):
        raise copy.Error("cannot")


for bad in (Wrong(), (i for i in ()), open):
    for function in (copy.copy, copy.deepcopy):
        try:
            print(function(bad))
        except (copy.Error, TypeError) as error:
            print(type(error).__name__, error)
error = ValueError("a", [1])
error.note = [2]
e = copy.deepcopy(error)
print(repr(e), e.note, e.args[1] is error.args[1], copy.error is copy.Error)


class Replaceable:
    def __init__(self, a=1, b=2):
        self.a, self.b = a, b

    def __replace__(self, /, **changes):
        return Replaceable(**{**vars(self), **changes})


print(vars(copy.replace(Replaceable(), b=5)), copy.replace(Pair(1, 2), a=9))
try:
    copy.replace(3, a=1)
except TypeError as error:
    print(error)
