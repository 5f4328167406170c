# pickle: the bytes of each protocol, and that they come back.
import pickle
from collections import OrderedDict, deque, namedtuple
from dataclasses import dataclass
from enum import Enum

Pair = namedtuple("Pair", "a b")


class Plain:
    def __init__(self, v=1):
        self.v = v

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    class Nested:
        pass


class Slots:
    __slots__ = ("x", "y")


class Color(Enum):
    RED = 1


@dataclass
class Data:
    a: int
    b: list


class MyList(list):
    pass


class MyDict(dict):
    pass


class MyInt(int):
    pass


class State:
    def __getstate__(self):
        return (1, 2)

    def __setstate__(self, state):
        self.state = state


atoms = [None, True, False, 0, 1, -1, 255, 256, 65535, 65536, 2 ** 31 - 1, 2 ** 31, -2 ** 31, -2 ** 31 - 1, 2 ** 70,
         -2 ** 63, 1.5, -0.0, float("inf"), "", "a", "é€😀\n\\", "x" * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [],
         [1], [1, 2], {}, {"a": 1}, {1: 2, 3: 4}, ..., NotImplemented, range(3), 1 + 2j, slice(1, 2), int, len, ValueError]
for protocol in range(6):
    for value in atoms:
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        if back != value or type(back) is not type(value):
            print("differs", protocol, value, back)
        if len(data) < 60 and value is not ValueError:
            print(protocol, value if value != "x" * 300 else "x", data)
for protocol in range(6):
    for value in (b"", b"ab", bytearray(b"xy"), {1}, frozenset([1, 2]), set(), frozenset()):
        assert pickle.loads(pickle.dumps(value, protocol)) == value
for protocol in (3, 4, 5):
    print(pickle.dumps(b"ab", protocol), pickle.dumps(bytearray(b"x"), protocol), pickle.dumps({1}, protocol), pickle.dumps(frozenset([1]), protocol))
s = Slots()
s.x = [1]
for value in (Plain(), Plain([Plain(2)]), Pair(1, [2]), Data(1, [2]), MyList([1]), MyDict(a=1), MyInt(5), OrderedDict(a=1),
              deque([1, 2]), Color.RED, Plain, Plain.Nested, ValueError("x", 1)):
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        if not (back == value or repr(back) == repr(value)):
            print("differs", protocol, value, back)
    print(pickle.dumps(value, 2) if not isinstance(value, (OrderedDict, deque)) else "", pickle.dumps(value, 4))
for protocol in (2, 3, 4, 5):
    print(pickle.loads(pickle.dumps(s, protocol)).x, pickle.loads(pickle.dumps(State(), protocol)).state, pickle.loads(pickle.dumps(Color.RED, protocol)) is Color.RED)
shared = [1]
cycle = [shared, shared, {"s": shared}]
cycle.append(cycle)
t = ([],)
t[0].append(t)
p = Plain()
p.v = p
for protocol in range(6):
    back = pickle.loads(pickle.dumps(cycle, protocol))
    tback = pickle.loads(pickle.dumps(t, protocol))
    print(back[0] is back[1] is back[2]["s"], back[3] is back, tback[0][0] is tback, pickle.loads(pickle.dumps(p, protocol)).v.v.v is not p)
big = list(range(2500))
print(pickle.loads(pickle.dumps(big)) == big, len(pickle.dumps(big)), len(pickle.dumps(dict.fromkeys(range(1500)))), len(pickle.dumps("x" * 70000)))
print(len(pickle.dumps([str(i) * 20 for i in range(5000)])), pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
