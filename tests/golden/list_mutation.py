# Lists that change while something walks over them, and comparisons that misbehave.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)

numbers = [1, 2, 3, 4]
seen = []
for number in numbers:
    seen.append(number)
    if number == 2:
        numbers.remove(1)
    if len(seen) < 3:
        numbers.append(number * 10)
print(seen, numbers)

class Saboteur:
    "Equal to nothing; does something to the list when compared."
    def __init__(self, action, answer=False):
        self.action, self.answer = action, answer
    def __eq__(self, other):
        self.action()
        return self.answer
    def __repr__(self):
        return "S"
    __hash__ = None

def fresh(answer=False):
    target = []
    target.extend([Saboteur(target.clear, answer), 2, 3])
    return target

for answer in (False, True):
    target = fresh(answer)
    attempt(target.index, 7)
    print(target)
    target = fresh(answer)
    attempt(target.remove, 7)
    print(target)
    target = fresh(answer)
    attempt(target.count, 7)
    target = fresh(answer)
    print(7 in target)
    target = fresh(answer)
    attempt(lambda: target == [1, 2, 3])
    target = fresh(answer)
    attempt(lambda: [1, 2, 3] == target)
    target = fresh(answer)
    attempt(lambda: target < [7, 2, 3])

class Broken:
    def __eq__(self, other):
        raise ZeroDivisionError("broken")
    def __lt__(self, other):
        raise ZeroDivisionError("less broken")
    def __repr__(self):
        raise ValueError("no repr")

broken = Broken()
attempt([broken].index, 1)
attempt([broken].remove, 1)
attempt([broken].count, 1)
attempt(lambda: 1 in [broken])
attempt(lambda: broken in [broken])
attempt(lambda: [broken] == [1])
attempt(lambda: [broken] == [broken])
attempt(lambda: repr([1, broken]))
attempt(lambda: sorted([broken, broken]))

class Growing:
    def __init__(self, target):
        self.target = target
    def __repr__(self):
        if len(self.target) < 5:
            self.target.append(len(self.target))
        return "G"

growing = []
growing.append(Growing(growing))
print(growing)

class Shrinking:
    def __repr__(self):
        shrinking.clear()
        return "shrunk"

shrinking = [Shrinking(), 1, 2]
print(shrinking, shrinking)

class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del", self.name, watched)
    def __repr__(self):
        return self.name

watched = None
watched = [Noisy("a"), Noisy("b"), Noisy("c")]
watched[1] = 1
watched[0:1] = []
watched.append(Noisy("d"))
watched.append(Noisy("e"))
del watched[1:]
watched.extend([Noisy("f"), Noisy("g"), Noisy("h")])
watched.clear()
watched.extend([Noisy("i"), 1, Noisy("j"), 2, Noisy("k")])
del watched[::2]
watched[:] = [Noisy("l"), Noisy("m")]
watched[:] = []
watched.append(Noisy("n"))
watched.pop()
print("end")

iterator = iter([1, 2, 3])
print(next(iterator), iterator.__length_hint__())
growing = [1]
iterator = iter(growing)
print(list(iterator))
growing.append(2)
print(list(iterator))
backwards = reversed([1, 2, 3])
print(next(backwards), backwards.__length_hint__(), list(backwards), list(backwards))

def extend_self():
    items = [1, 2]
    items.extend(items)
    items += items
    items.extend(iter(items[:2]))
    return items
print(extend_self())

def generate(target):
    for i in range(3):
        target.append(-i)
        yield i
target = []
target.extend(generate(target))
print(target)

class WrongHint:
    def __init__(self, hint):
        self.hint = hint
    def __iter__(self):
        return iter("abc")
    def __len__(self):
        return self.hint
print(list(WrongHint(0)), list(WrongHint(100)))
attempt(list, WrongHint(-1))
attempt(list, WrongHint("x"))

class Hint:
    def __init__(self, hint):
        self.hint = hint
    def __iter__(self):
        return iter("abc")
    def __length_hint__(self):
        if isinstance(self.hint, type):
            raise self.hint("hint")
        return self.hint
attempt(list, Hint(5))
attempt(list, Hint(NotImplemented))
attempt(list, Hint(TypeError))
attempt(list, Hint(-1))
attempt(list, Hint("x"))
attempt(list, Hint(ValueError))
