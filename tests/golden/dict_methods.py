# Every method of dict, with what it answers and what it refuses.
def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__ + ":", error)

d = {"one": 1, "two": 2, 3: "three", (4, 5): None, None: 0, 1.5: "x", True: "yes"}
print(d, len(d), d[1], d[1.0], d["one"], d[None])
attempt(lambda: d["absent"])
attempt(lambda: d[[]])
attempt(lambda: {[]: 1})
attempt(lambda: {}[{}])
print(d.get("one"), d.get("absent"), d.get("absent", 5))
attempt(d.get)
attempt(d.get, 1, 2, 3)
attempt(d.get, [])
print(d.setdefault("one", 9), d.setdefault("new", 9), d.setdefault("none"), d["none"])
print(d.pop("new"), d.pop("new", "gone"))
attempt(d.pop, "new")
attempt(d.pop)
attempt({}.pop, [], 1)
attempt({}.pop, [])
attempt({1: 1}.pop, [], 1)
print(d.popitem(), d.popitem())
attempt({}.popitem)
d.update({"a": 1}, b=2)
d.update([("c", 3), ["d", 4], "ef"])
d.update(x=9)
d.update()
print(d)
attempt(d.update, 1)
attempt(d.update, [1])
attempt(d.update, [(1, 2, 3)])
attempt(d.update, ["a"])
attempt(d.update, {}, {})
attempt(dict, 1, 2)
attempt(dict, 5)
attempt(dict, None)
print(dict(), dict(a=1), dict({"a": 1}, b=2), dict([("k", "v")], k="w"), dict(zip("ab", range(2))))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys({1: 2}, []), dict.fromkeys(range(2), "x"))
attempt(dict.fromkeys)
attempt(dict.fromkeys, 5)
print({**d, "a": "override", **{"z": 26}})
attempt(lambda: {**5})
attempt(lambda: {**[1]})
print({"a": 1} | {"b": 2, "a": 3}, {"a": 1} == {"a": 1.0}, {"a": 1} != {"b": 1}, {} == [], {1: 2} == {1: 2, 3: 4})
attempt(lambda: {} | [])
attempt(lambda: {} < {})
attempt(lambda: {} + {})
same = d = {"a": 1}
d |= {"b": 2}
d |= [("c", 3)]
print(same, same is d)
attempt(lambda: d.__ior__(5))
del d["a"]
attempt(d.__delitem__, "a")
attempt(lambda: d.__delitem__([]))
print(d, "a" in d, "b" in d, "b" not in d)
attempt(lambda: [] in d)
copy = d.copy()
copy["new"] = 1
print(d, copy)
d.clear()
print(d, bool(d), bool(copy))
attempt(hash, {})
nested = {"self": None, "list": [1, {"deep": {}}]}
nested["self"] = nested
print(nested)
nested["list"].append(nested)
print(nested)

class Missing(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2

m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, m)
class Counter(dict):
    def __missing__(self, key):
        return 0
    def count(self, items):
        for item in items:
            self[item] += 1
        return self
print(Counter().count("abracadabra"), type(Counter() | {}).__name__, type(Counter().copy()).__name__)
print(Counter.fromkeys("ab", 1), type(Counter.fromkeys("ab")).__name__)
class Overriding(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)
    def __getitem__(self, key):
        return ("got", super().__getitem__(key))
    def keys(self):
        return ["k"]
o = Overriding(k=1)
o["k2"] = 1
print(o, o["k"], o.get("k"), dict(o), {**o})
o.update(z=1)
print(o)
class Iterating(dict):
    def __iter__(self):
        return iter(["i"])
    def keys(self):
        return ["i"]
    def __getitem__(self, key):
        return "value of " + key
print(dict(Iterating(a=1)), {**Iterating(a=1)}, list(Iterating(a=1)))
class Mapping:
    def keys(self):
        return iter("ab")
    def __getitem__(self, key):
        return key.upper()
print(dict(Mapping()), {**Mapping()})
def f(**keywords):
    return keywords
print(f(**Mapping()), f(**{"x": 1}, y=2))
attempt(lambda: f(**{"x": 1}, **{"x": 2}))
attempt(lambda: f(x=1, **{"x": 2}))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(**5))
attempt(lambda: dict(**{"x": 1}, x=2))

order = {}
for word in "the quick brown fox jumps over the lazy dog the end".split():
    order[word] = order.get(word, 0) + 1
print(order)
del order["quick"]
order["quick"] = "again"
print(list(order), list(reversed(order)))
print(sorted(order.items(), key=str), max(order), min(order, key=len))
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
for i in range(0, 100, 2):
    big[i] = -i
print(len(big), list(big)[:3], list(big)[-3:], sum(big.values()), sum(big))
strings = {str(i): i for i in range(500)}
print(all(strings[str(i)] == i for i in range(500)), strings.get("500"), len(strings))
mixed = {1: "int", 1.5: "float", "1": "str", (1,): "tuple", frozenset([1]): "frozenset", b"1": "bytes", 2**70: "big", 2.0**70: "same"}
print(mixed, mixed[2**70], mixed[1.0], mixed[True])
