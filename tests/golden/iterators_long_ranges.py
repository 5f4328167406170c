# The iterator type of a range depends on its size; __setstate__ skips, however large the numbers are.
for r in (range(10), range(2**62), range(-2**62, 5), range(2**63), range(2**63 - 5, 2**63 - 1), range(2**64, 0, -7),
          range(-2**63, 5), range(-2**63, 5, 2**63), range(10**30), range(0, 3, 2**70)):
    print(type(iter(r)).__name__, type(reversed(r)).__name__, next(iter(r), None), next(reversed(r), None))


def after(iterator, state):
    try:
        iterator.__setstate__(state)
    except (TypeError, OverflowError) as error:
        return type(error).__name__, str(error)
    return [item for item, _ in zip(iterator, range(5))]


print(after(iter(range(10, 20, 2)), 2), after(iter(range(10, 20, 2)), -4), after(iter(range(10, 20, 2)), 99))
print(after(reversed(range(10, 20, 2)), 3))
print(after(iter(range(-2**65, 20, 2)), 2**64 + 7))
print(after(reversed(range(10, 2**65, 2)), 2**64 - 7))
print(after(iter(range(-2**65, 20, 2)), -3), after(iter(range(-2**65, 20, 2)), 2**90))
print(after(iter(range(5)), 2**70))
print(iter(range(2**70, 2**70 + 3)).__length_hint__(), list(range(2**70, 2**70 + 3)) == [2**70, 2**70 + 1, 2**70 + 2])


class Sequence:
    def __getitem__(self, index):
        return index


it = iter(Sequence())
it.__setstate__(2**63 - 3)
print(next(it), next(it))
for _ in range(2):
    try:
        next(it)
    except OverflowError as error:
        print(error)


def exhausting():
    if exhausting.inside:
        return 'stop'
    exhausting.inside = True
    list(exhausting.iterator)
    return 'more'


exhausting.inside = False
exhausting.iterator = iter(exhausting, 'stop')
print(list(exhausting.iterator))
