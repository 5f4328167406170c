from types import SimpleNamespace
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
RED = 5
class Color:
    GREEN = 6
def m(v):
    match v:
        case 0: return "zero"
        case 1 | 2: return "one or two"
        case "text": return "str"
        case None | True: return "singleton"
        case -1.5: return "negative float"
        case [] | (): return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"starts with 1 {rest}"
        case [a, b]: return f"two {a} {b}"
        case [a, *_, z] if a == z: return f"same ends {a}"
        case {"kind": "circle", "r": r}: return f"circle {r}"
        case {"k": k, **others}: return f"k {k} {others}"
        case Point(x=0, y=0): return "origin"
        case Point(0, y): return f"on y axis {y}"
        case Point(x, y) as p: return f"point {x} {y} {type(p).__name__}"
        case Color.GREEN: return "green"
        case int(n) if n > 100: return f"big {n}"
        case str() as s: return f"string {s}"
        case float(): return "float"
        case (1 | 2, _) | [3, *_]: return "never"
        case {}: return "mapping"
        case _: return "other"
for v in (0, 1, 2, "text", None, True, -1.5, [], (), [7], (1, 2, 3), [8, 9], [4, 5, 4], [4, 5, 6], {"kind": "circle", "r": 2}, {"k": 1, "z": 2}, Point(0, 0), Point(0, 3), Point(1, 2), 6, 500, "abc", 2.5, {"q": 1}, {1}, b"ab", range(3), object):
    print(repr(v)[:20] if not isinstance(v, Point) else "P", "->", m(v))
match 5:
    case 1: print("no")
def g(x):
    match x, 1:
        case (a, b): return a + b
print(g(3))
match = 1; case = 2; type = 3; _ = 4
print(match, case, type, _)
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e:
    print(e)
