# What happens when comparisons and hashes change the container they are asked for, or fail to bind.


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def sort_with(change):
    values = [3, 1, 2]

    class Key:
        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            change(values)
            return self.value < other.value

    values.sort(key=Key)
    return values


def append_pop(values):
    values.append(1)
    values.pop()


def append_clear(values):
    values.append(1)
    del values[:]


show(lambda: sort_with(lambda values: values.append(1)))
show(lambda: sort_with(append_pop))
show(lambda: sort_with(append_clear))
show(lambda: sort_with(lambda values: values.clear()))
show(lambda: sort_with(lambda values: len(values)))
show(lambda: sort_with(lambda values: values.extend([])))


class Counting(int):
    hashed = 0

    def __hash__(self):
        Counting.hashed += 1
        return int(self)


d = dict.fromkeys(map(Counting, range(10)))
print(Counting.hashed)
s = set(d)
s.difference(d)
s.symmetric_difference_update(d)
print(Counting.hashed, s)
dict.fromkeys(set(d))
dict.fromkeys(frozenset(d), 5)
dict.fromkeys(d, 5)
set(s) | frozenset(d) - s
print(Counting.hashed)


class Clearing:
    armed = False

    def __hash__(self):
        return 0

    def __eq__(self, other):
        if Clearing.armed:
            keys.clear()
        return self is other


one = {Clearing()}
keys = {Clearing(): None}
Clearing.armed = True
one.symmetric_difference_update(keys)
print(len(keys))


class Unbound:
    __eq__ = property(lambda self: 1 / 0)
    __lt__ = property(lambda self: 1 / 0)


print(Unbound() == 1, Unbound() != 1)
show(lambda: Unbound() < 1)
a = frozenset('ab')
print(a.intersection() == a, a.intersection() is a, a.copy() is a, frozenset(a) is a, a.union() is a, a.difference() is a)
