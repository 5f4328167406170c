# reduce, cmp_to_key, total_ordering.
from functools import cmp_to_key, reduce, total_ordering

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [], 5), reduce(lambda a, b: (a, b), "abcd"))
print(reduce(max, iter([3, 9, 4])), reduce(None, [7]), reduce(None, [], None))
for arguments in ((max, []), (max, 5), (max,), (max, [1, 2], 3, 4)):
    try:
        print(reduce(*arguments))
    except TypeError as error:
        print("TypeError:", error)


class Failing:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        raise self.error


for error in (ValueError("mine"), TypeError("replaced")):
    try:
        reduce(max, Failing(error))
    except Exception as caught:
        print(type(caught).__name__, caught)
try:
    reduce(lambda a, b: a / b, [1, 0, 2])
except ZeroDivisionError as error:
    print(error)


def by_length(a, b):
    return len(a) - len(b)


words = "a quick brown fox jumps over it".split()
print(sorted(words, key=cmp_to_key(by_length)), max(words, key=cmp_to_key(by_length)))
print(sorted([3, 1, 2], key=cmp_to_key(mycmp=lambda a, b: b - a)))
key = cmp_to_key(lambda a, b: a - b)
print(key(1) < key(2), key(1) == key(1), key(2) >= key(3), key(2) != key(3), key(obj=4).obj)
k = key(1)
k.obj = 5
print(k.obj, k > key(4), key.obj)
for attempt in (lambda: hash(k), lambda: k < 3, lambda: key(), lambda: key(1, 2), lambda: cmp_to_key(),
                lambda: key < k, lambda: type(key)()):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    sorted([1, 2], key=cmp_to_key(lambda a, b: 1 / 0))
except ZeroDivisionError as error:
    print(error)


def ordered(name):
    operations = {"__lt__": lambda a, b: a.v < b.v, "__le__": lambda a, b: a.v <= b.v,
                  "__gt__": lambda a, b: a.v > b.v, "__ge__": lambda a, b: a.v >= b.v}

    class Number:
        def __init__(self, v):
            self.v = v

        def __eq__(self, other):
            return self.v == other.v if isinstance(other, Number) else NotImplemented

        def compare(self, other):
            return operations[name](self, other) if isinstance(other, Number) else NotImplemented
    setattr(Number, name, Number.compare)
    return total_ordering(Number)


for name in ("__lt__", "__le__", "__gt__", "__ge__"):
    N = ordered(name)
    print(name, [(N(a) < N(b), N(a) <= N(b), N(a) > N(b), N(a) >= N(b)) for a, b in ((1, 2), (1, 1), (2, 1))])
    try:
        N(1) < 3
    except TypeError as error:
        print(error)
    print(sorted(n for n in vars(N) if n in ("__lt__", "__le__", "__gt__", "__ge__")), N.__ge__.__doc__, N.__gt__.__name__)
try:
    total_ordering(type("Nothing", (), {}))
except ValueError as error:
    print(error)


@total_ordering
class Both:
    def __lt__(self, other):
        return "own lt"

    def __gt__(self, other):
        return "own gt"


print(Both() < Both(), Both() > Both(), Both() <= Both(), Both() >= Both())
