# Dicts that change while something walks over them, and keys that misbehave.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)

def walk(d, change, view=iter):
    seen = []
    try:
        for item in view(d):
            seen.append(item)
            change(d, item)
            if len(seen) > 20:
                break
        print("over", seen)
    except RuntimeError as error:
        print(error, seen)

def add(d, item):
    d[len(d) + 100] = 1
def remove(d, item):
    d.popitem()
def replace_value(d, item):
    d[item if not isinstance(item, tuple) else item[0]] = "replaced"
def exchange(d, item):
    del d[item]
    d[item + 100] = 1
def clear(d, item):
    d.clear()
for view in (iter, dict.keys, dict.values, dict.items, reversed):
    for change in (add, remove, clear):
        walk({1: 1, 2: 2, 3: 3}, change, view)
for view in (iter, dict.keys, dict.items):
    walk({1: 1, 2: 2, 3: 3}, replace_value, view)
walk({1: 1, 2: 2, 3: 3}, exchange)
walk({1: 1}, exchange)

d = {1: 1, 2: 2}
iterator = iter(d)
next(iterator)
d[3] = 3
attempt(next, iterator)
del d[3]
attempt(next, iterator)
empty = iter({})
print(list(empty), list(empty))

class Key:
    def __init__(self, name, hash_value=1, action=None, equal=False):
        self.name, self.hash_value, self.action, self.equal = name, hash_value, action, equal
    def __hash__(self):
        return self.hash_value
    def __eq__(self, other):
        action, self.action = self.action, None
        if action:
            action()
        return self.equal or (isinstance(other, Key) and self.name == other.name)
    def __repr__(self):
        return self.name

d = {}
d[Key("a", action=lambda: d.clear())] = 1
d[Key("b")] = 2
print(d)
d = {}
d[Key("a", action=lambda: d.update({i: i for i in range(50)}))] = 1
d[Key("b")] = 2
print(len(d), list(d)[0], list(d)[-1])
d = {}
def replace():
    del d[first]
    d[Key("c")] = "c"
first = Key("a", action=replace)
d[first] = 1
print(d.get(Key("c")), d)
d = {Key("a"): 1, Key("b"): 2, Key("c"): 3}
print(d[Key("b")], Key("c") in d, Key("d") in d, d.pop(Key("a")), d)

class Broken:
    def __init__(self, what):
        self.what = what
    def __hash__(self):
        if self.what == "hash":
            raise ValueError("no hash")
        return 7
    def __eq__(self, other):
        if self.what == "eq":
            raise ZeroDivisionError("no equality")
        return False

attempt(lambda: {Broken("hash"): 1})
attempt(lambda: {7: 1}[Broken("eq")])
attempt(lambda: {7: 1}.get(Broken("eq")))
attempt(lambda: {Broken("eq"): 1, 7: 2})
attempt(lambda: Broken("eq") in {7: 1})
attempt(lambda: {7: 1}.setdefault(Broken("eq")))
attempt(lambda: {7: 1}.pop(Broken("eq")))
attempt(lambda: {7: Broken("eq")} == {7: 1})
attempt(lambda: {7: 1} == {7: Broken("eq")})
attempt(lambda: {7: 1} == {Broken("eq"): 1})
attempt(lambda: dict.fromkeys([7, Broken("eq")]))
attempt(lambda: {7: 1} | {Broken("eq"): 1})

class BadHash:
    def __hash__(self):
        return "text"
attempt(lambda: {BadHash(): 1})
class HugeHash:
    def __hash__(self):
        return 2**100
    def __eq__(self, other):
        return isinstance(other, HugeHash)
print({HugeHash(): 1}[HugeHash()])

class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del", self.name)
    def __repr__(self):
        return self.name

d = {Noisy("k1"): Noisy("v1"), Noisy("k2"): Noisy("v2"), "k3": Noisy("v3")}
d["k3"] = Noisy("v3b")
print(d.pop("k3"))
d["k4"] = Noisy("v4")
del d["k4"]
d.clear()
print("cleared", d)
d = {Noisy("k5"): Noisy("v5"), Noisy("k6"): Noisy("v6")}
del d
print("gone")
d = {}
class Cleaner:
    def __del__(self):
        d["from del"] = len(d)
d["x"] = Cleaner()
d["x"] = 1
print(d)
d["x"] = Cleaner()
d.clear()
print(d)

class Growing:
    def __repr__(self):
        if len(growing) < 5:
            growing[len(growing)] = len(growing)
        return "G"
growing = {}
growing["g"] = Growing()
print(growing)

class Equal:
    def __init__(self, other):
        self.other = other
    def __eq__(self, other):
        self.other.clear()
        return True
    __hash__ = None
other = {1: 1, 2: 2}
print({1: Equal(other), 2: 2} == other, other)

# a dict used as a queue and as a stack
queue = {}
for i in range(3000):
    queue[i] = i
    if i >= 10:
        del queue[next(iter(queue))]
print(list(queue))
stack = {}
for i in range(100):
    stack[i] = i
    stack[-i - 1] = i
    stack.popitem()
print(len(stack), stack.popitem())
for i in range(50):
    stack.popitem()
stack["new"] = 1
print(len(stack), list(stack)[-2:])
