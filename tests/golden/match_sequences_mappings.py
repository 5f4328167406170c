# Sequence and mapping patterns: what counts as one, lengths, rests, keys.
from collections import deque, OrderedDict, defaultdict, UserList


def sequence(v):
    match v:
        case []: return "empty"
        case [x]: return "one", x
        case [1, *rest, 9]: return "from 1 to 9", rest
        case [first, (a, b), *_]: return "pair second", first, a, b
        case (x, y): return "two", x, y
        case [x, *_, y]: return "many", x, y
        case _: return "no sequence"


for value in [[], (), [1], (2,), [1, 9], [1, 2, 3, 9], [0, (1, 2), 3], [0, [1, 2]], "ab", b"ab", bytearray(b"ab"), {1, 2}, {1: 2}, range(3), range(0),
              deque([1, 2]), iter([1]), memoryview(b"abc"), None, 5, [[1, 2], 3, 4], "", ([],)]:
    print(repr(value)[:30] if not isinstance(value, (memoryview, type(iter([])))) else type(value).__name__, sequence(value))


def mapping(v):
    match v:
        case {"type": "a", "value": int(n)}: return "a", n
        case {"type": "b", **rest}: return "b", rest
        case {1: x, "k": {"deep": [y, *_]}}: return "deep", x, y
        case {None: n, True: t}: return "constants", n, t
        case {-1: m, 1.5: f}: return "numbers", m, f
        case {b"x": b}: return "bytes key", b
        case {}: return "mapping", len(v)
        case _: return "no mapping"


class Counting(dict):
    def get(self, key, default=None):
        print("  get", key)
        return super().get(key, default)
    def __missing__(self, key): return "made"


for value in [{"type": "a", "value": 1}, {"type": "a", "value": "x"}, {"type": "b"}, {"type": "b", "z": 1}, {1: 2, "k": {"deep": [3, 4]}}, {None: 1, True: 2},
              {-1: 1, 1.5: 2}, {b"x": 1}, {}, [], "x", OrderedDict(type="b", q=1), defaultdict(int, type="a", value=5), Counting(type="b", y=2)]:
    print(value if isinstance(value, (dict, list, str)) else type(value).__name__, mapping(value))
class Keys:
    A, B = "a", "b"
match {"a": 1, "b": 2, "c": 3}:
    case {Keys.A: x, Keys.B: y, **rest}: print(x, y, rest)
try:
    match {"a": 1}:
        case {Keys.A: x, "a": y}: print("same key twice")
except ValueError as error:
    print(error)
match (1, 2, 3, 4, 5):
    case a, *b, c: print(a, b, c)
match [[1, [2, [3]]]]:
    case [[a, [b, [c]]]]: print(a, b, c)
match 1, 2:
    case 1, x if x > 5: print("guard held")
    case 1, x: print("guard failed before", x)
match x := 5, 6:
    case (5, y): print(x, y)
x = 10
match 3:
    case x if x > 5: print("no")
    case _: print("x was bound by the failed case:", x)
match ["go", "north"]:
    case ["go", ("north" | "south") as direction]: print(direction)
match {"x": 0}:
    case {"x": 0 | 1 as v}: print(v)
match 0:
    case 0 | False as z: print(repr(z))
match -0.0, 1 + 2j, "a" "b", 1_000:
    case 0.0, 1 + 2j, "ab", 1000: print("literals")
match ...:
    case _: print("ellipsis")
