# Methods and operators of tuple and range with every kind of argument, and their errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


t = (1, 2, 3, 2)
for action in (lambda: t.count(2), lambda: t.index(2), lambda: t.index(2, 2), lambda: t.index(9), lambda: t.index(2, 4), lambda: t.index(2, 'a'), lambda: t.index(), lambda: t + (5,), lambda: t + [5], lambda: t * 2, lambda: t * -1, lambda: 1.5 * t, lambda: t[0], lambda: t[-5], lambda: t['a'],
               lambda: t[1:3], lambda: t[::-2], lambda: t[::0], lambda: 2 in t, lambda: t < (1, 3), lambda: t < [1], lambda: t == [1, 2, 3, 2], lambda: (1, 'a') < (1, 2), lambda: (1, 'a') < (2, 2), lambda: hash(t) == hash((1, 2, 3, 2)), lambda: hash(([],)), lambda: hash(()),
               lambda: t.append, lambda: tuple(5), lambda: tuple('ab'), lambda: tuple([1, 2]), lambda: tuple(1, 2), lambda: (1,), lambda: ((1,),), lambda: t.__getnewargs__(), lambda: t.__class_getitem__(int), lambda: () + (), lambda: (1, 2) <= (1, 2), lambda: () < (0,),
               lambda: max((3, 1), (2, 9)), lambda: type(t + ()).__name__, lambda: t.__add__(5), lambda: t.__mul__('a'), lambda: t.__contains__(9), lambda: t.__len__()):
    show(action)


def assign(target, key, value):
    target[key] = value


def delete(target, key):
    del target[key]


show(lambda: assign(t, 0, 1))
show(lambda: delete(t, 0))
show(lambda: assign(range(3), 0, 1))
show(lambda: delete('abc', 0))
recursive = ([],)
recursive[0].append(recursive)
print(recursive)
for args in (3,), (0,), (-3,), (1, 5), (5, 1), (1, 10, 3), (10, 1, -3), (0, 10, -1), (2, 2), (10 ** 20, 10 ** 20 + 5, 2), (-10 ** 20, 10 ** 20, 10 ** 19):
    r = range(*args)
    print(r, len(r), list(r)[:8], r[:2], r[-2:], r[::-1], r[1:-1:2], bool(r), r.start, r.stop, r.step, hash(r) == hash(range(r.start, r.stop, r.step)))
    for value in 0, 1, 4, 10 ** 20 + 2, 1.0, 2.5, 'a', None, True:
        print('  ', value, value in r, r.count(value), end='')
        try:
            print(' ', r.index(value))
        except ValueError as error:
            print(' ', error)
for action in (lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(1, 2, 0), lambda: range('a'), lambda: range(1.0), lambda: range(None), lambda: range(1, None), lambda: range(3)[3], lambda: range(3)[-4], lambda: range(3)['a'], lambda: range(3)[1:'a'], lambda: range(3)[::0],
               lambda: range(3) == range(0, 3, 1), lambda: range(0) == range(2, 2), lambda: range(0, 3, 2) == range(0, 4, 2), lambda: range(1) == [0], lambda: range(3) < range(4), lambda: range(3) + range(2), lambda: range(3) * 2, lambda: hash(range(0)) == hash(range(5, 5)),
               lambda: len(range(10 ** 30)), lambda: range(10 ** 30)[10 ** 29], lambda: range(10 ** 30)[10 ** 31], lambda: (10 ** 29) in range(10 ** 30), lambda: range(10 ** 30).index(10 ** 29), lambda: list(reversed(range(3, 12, 4))), lambda: range(3).__reversed__().__next__(),
               lambda: iter(range(3)).__length_hint__(), lambda: range(3).count(), lambda: range(3).index(), lambda: range(3).foo, lambda: range(True), lambda: range(True, 5), lambda: {range(3): 1}[range(0, 3)], lambda: range(0, 3, 2).step, lambda: min(range(5, 1, -1)), lambda: sum(range(1000)),
               lambda: bool(range(0)), lambda: range(-1, -5, -1)[2], lambda: str(range(1, 2)) + repr(range(1, 2, 3)), lambda: range(1, 10)[::3], lambda: range(1, 10)[10:], lambda: range(5)[slice(None)]):
    show(action)
