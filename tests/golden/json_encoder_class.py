# default, JSONEncoder subclasses, circles.
import json


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps([Point(1, [Point(2, 3)]), {3, 1}], cls=Encoder), Encoder(indent=1).encode(Point(1, 2)))
print("".join(Encoder().iterencode([Point(1, {2})])), Encoder(sort_keys=True, separators=(",", ":")).encode({"b": 1, "a": {2}}))
print(json.dumps({"a": 1j}, default=str), json.dumps([Point(1, 2)], default=lambda o: vars(o)), json.dumps(Point(1, 2), default=lambda o: None))
try:
    json.dumps(Point(1, 2), cls=Encoder, default=lambda o: "overridden") and print(json.dumps(Point(1, 2), cls=Encoder, default=lambda o: "overridden"))
    json.dumps(object(), cls=Encoder)
except TypeError as e:
    print(e)
for make in (lambda: (lambda l: l.append(l) or l)([]), lambda: (lambda d: d.update(a=[d]) or d)({}), lambda: (lambda l: l.append((l,)) or l)([1])):
    try:
        json.dumps(make())
    except ValueError as e:
        print(e)
    try:
        list(json.JSONEncoder().iterencode(make()))
    except ValueError as e:
        print(e)
    try:
        json.dumps(make(), check_circular=False)
    except RecursionError:
        print("RecursionError")
shared = [1]
print(json.dumps([shared, shared, {"a": shared}]))


class Same(json.JSONEncoder):
    def default(self, o):
        return o


try:
    Same().encode(Point(1, 2))
except ValueError as e:
    print(e)


class Chunks(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        for chunk in super().iterencode(o, _one_shot):
            yield chunk.upper()


class Separators(json.JSONEncoder):
    item_separator = ";"
    key_separator = "->"


print(json.dumps(["a", {"b": "c"}], cls=Chunks), json.dumps(["a", {"b": "c"}], cls=Separators), json.dumps("a", cls=Chunks))
for nan in (float("nan"), [float("inf")], {"a": -float("inf")}, {float("nan"): 1}):
    try:
        json.dumps(nan, allow_nan=False)
    except ValueError as e:
        print(e)
try:
    json.dumps(1, no_such=1)
except TypeError as e:
    print(e)
e = json.JSONEncoder(skipkeys=True, indent=2, separators=("a", "b"))
print(e.skipkeys, e.ensure_ascii, e.check_circular, e.allow_nan, e.sort_keys, e.indent, e.item_separator, e.key_separator)
print(json.dumps([1] * 3 + [[{"a": (1, 2)}]], default=1, cls=None))
