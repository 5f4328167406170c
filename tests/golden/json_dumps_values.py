# dumps of every kind of value.
import json

for v in [None, True, False, 0, -1, 10 ** 30, -2 ** 62, 2 ** 61, 1.0, -0.0, 0.1, 1e100, 1e16, 1.5e-9, 123456789.123, "", "a", [], {}, (), [[]], [{}], {"a": []},
          [1, "a", None], (1, 2), {"a": 1, "b": [1, 2, {"c": None}]}, {1: 2, 1.5: 3, True: 4, None: 5}, {False: 0, -1: 1, 1e20: 2, 10 ** 20: 3}]:
    print(json.dumps(v))
print(json.dumps([float("nan"), float("inf"), -float("inf")]), json.dumps({float("inf"): 1, float("nan"): 2}))


class I(int):
    def __repr__(self):
        return "I"


class F(float):
    def __repr__(self):
        return "F"


class L(list):
    pass


class D(dict):
    def items(self):
        return [("x", 1), ("y", 2)]


class S(str):
    pass


print(json.dumps([I(5), F(2.5), L([1]), D(a=1), S("s"), D()]), json.dumps({S("k"): I(1), I(3): F(1.0), F(0.5): 0}))
print(json.dumps({"b": 1, "a": 2, "c": {"z": 1, "y": 2}}, sort_keys=True), json.dumps({3: 1, 1: 2, 2: 3}, sort_keys=True))
for bad in [object(), {1, 2}, b"x", 1j, [1, object()], {"a": {1}}, {(1, 2): 3}, {b"k": 1}, lambda: 0, range(3), {"a": 1, 2: 3}]:
    try:
        print(json.dumps(bad, sort_keys=True))
    except TypeError as e:
        print(e)
print(json.dumps({(1, 2): 3, "a": 4, b"x": 5}, skipkeys=True), json.dumps({(1,): 2}, skipkeys=True), json.dumps([{(1,): 2}], skipkeys=True, indent=1))
