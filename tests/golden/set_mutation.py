# Sets that change while something walks over them, and keys that misbehave.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)

def walk(s, change):
    seen = []
    try:
        for item in s:
            seen.append(item)
            change(s)
        print("over", seen)
    except RuntimeError as error:
        print(error, seen)

walk({1, 2, 3}, lambda s: s.add(len(s) + 10))
walk({1, 2, 3}, lambda s: s.pop())
walk({1, 2, 3}, lambda s: s.clear())
walk({1, 2, 3}, lambda s: (s.discard(3), s.add(3)))
walk({1, 2, 3}, lambda s: s.add(1))
s = {1, 2}
iterator = iter(s)
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__())
s.add(3)
print(iterator.__length_hint__())
attempt(next, iterator)
s.remove(3)
attempt(next, iterator)
print(type(iterator).__name__, list(iter(set())))

class Key:
    def __init__(self, name, action=None, equal=False):
        self.name, self.action, self.equal = name, action, equal
    def __hash__(self):
        return 1
    def __eq__(self, other):
        action, self.action = self.action, None
        if action:
            action()
        return self.equal
    def __repr__(self):
        return self.name

s = set()
s.add(Key("a", lambda: s.clear()))
s.add(Key("b"))
print(s)
s = set()
s.add(Key("a", lambda: s.update(range(100, 130))))
s.add(Key("b"))
print(len(s))
s = set()
s.add(Key("a", lambda: s.clear(), equal=True))
print(Key("b") in s, s)
s = set()
s.add(Key("a", lambda: s.clear()))
s.discard(Key("b"))
print(s)
s = {Key("a")}
t = {Key("b", lambda: s.clear())}
print(s & t, s - t, s | t, len(s))
s = {Key("a", lambda: t.clear())}
t = {Key("b"), Key("c")}
print(len(s ^ t), len(s), len(t))

class Broken:
    def __hash__(self):
        return 7
    def __eq__(self, other):
        raise ZeroDivisionError("no equality")
class NoHash:
    def __hash__(self):
        raise ValueError("no hash")
attempt(lambda: {7, Broken()})
attempt(lambda: Broken() in {7})
attempt(lambda: {7} & {Broken()})
attempt(lambda: {7} - {Broken()})
attempt(lambda: {7} | {Broken()})
attempt(lambda: {7} ^ {Broken()})
attempt(lambda: {7} == {Broken()})
attempt(lambda: {7}.discard(Broken()))
attempt(lambda: {7}.issubset([Broken()]))
attempt(lambda: {NoHash()})
attempt(lambda: {1}.union([NoHash()]))
attempt(lambda: {1}.issuperset([NoHash()]))

class Noisy:
    def __init__(self, name, hash_value):
        self.name, self.hash_value = name, hash_value
    def __hash__(self):
        return self.hash_value
    def __del__(self):
        print("del", self.name, len(s) if s is not None else None)

s = None
s = {Noisy("c", 3), Noisy("a", 1), Noisy("b", 2)}
s.clear()
s.add(Noisy("d", 4))
s.discard(next(iter(s)))
s.update([Noisy("e", 5), Noisy("f", 6)])
s.pop()
s &= set()
print("end", s)
def generate(target):
    for i in range(3):
        target.add(i + 10)
        yield i
s = set()
s.update(generate(s))
print(s)
