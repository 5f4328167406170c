# Class patterns: __match_args__, built-in classes, attributes, errors.
import sys
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Sub(Point): pass
class NoArgs:
    x = 1
class ListArgs:
    __match_args__ = ["x"]
class BadArgs:
    __match_args__ = (1,)
class Property:
    __match_args__ = ("value",)
    @property
    def value(self): raise ValueError("value failed")
class Missing:
    __match_args__ = ("gone",)
class Meta(type):
    def __instancecheck__(cls, instance): print("instancecheck", instance); return instance == 42
class Custom(metaclass=Meta): pass


def classify(v):
    match v:
        case bool(b): return "bool", b
        case int(i) if i > 100: return "big", i
        case int(i): return "int", i
        case str(s): return "str", s
        case bytes(b) | bytearray(b): return "bytes", b
        case float(f): return "float", f
        case list([a, *rest]): return "list", a, rest
        case tuple(t): return "tuple", t
        case dict(d): return "dict", d
        case set(s) | frozenset(s): return "set", sorted(s)
        case Sub(x, y=0): return "Sub on axis", x
        case Sub(): return "Sub"
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return "y axis", y
        case Point(x, y) if x == y: return "diagonal", x
        case Point(x): return "Point", x
        case NoArgs(x=1): return "NoArgs"
        case None: return "None"
        case object(): return "object"


for value in [True, 5, 500, "a", b"b", bytearray(b"c"), 1.5, [1, 2], (1,), {"a": 1}, {3, 1}, frozenset(), Sub(1, 0), Sub(1, 2), Point(0, 0),
              Point(0, 5), Point(3, 3), Point(3, 4), NoArgs(), None, 1j, []]:
    print(classify(value))


def attempt(function, *args):
    try:
        print(function.__name__, function(*args))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


def too_many(v):
    match v:
        case Point(1, 2, 3): return 1
def no_args(v):
    match v:
        case NoArgs(1): return 1
def no_args_two(v):
    match v:
        case NoArgs(1, 2): return 1
def list_args(v):
    match v:
        case ListArgs(1): return 1
def bad_args(v):
    match v:
        case BadArgs(1): return 1
def int_two(v):
    match v:
        case int(1, 2): return 1
def not_a_class(v):
    f = 5
    match v:
        case f.real(): return 1
def twice(v):
    match v:
        case Point(1, x=1): return 1
def failing(v):
    match v:
        case Property(1): return 1
def missing(v):
    match v:
        case Missing(1): return "matched"
        case _: return "not matched"
def custom(v):
    match v:
        case Custom(): return "custom"
        case _: return "other"
def subclassed(v):
    class I(int): pass
    match I(v):
        case int(x): return type(x).__name__, x
def nested(v):
    match v:
        case {"points": [Point(x=a), Point(y=b), *_]}: return a, b
        case [Point(a, _) | Point(_, a), str(s) as t]: return a, s, t
for function, value in [(too_many, Point(1, 2)), (no_args, NoArgs()), (no_args_two, NoArgs()), (list_args, ListArgs()), (bad_args, BadArgs()),
                        (int_two, 1), (not_a_class, 1), (twice, Point(1, 2)), (failing, Property()), (missing, Missing()), (custom, 42),
                        (custom, 41), (subclassed, 7), (nested, {"points": [Point(1, 2), Point(3, 4), 5]}), (nested, [Point(1, 2), "s"]), (nested, 3)]:
    attempt(function, value)
