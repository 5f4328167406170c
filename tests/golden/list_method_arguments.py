# Methods and operators of list with every kind of argument, and their errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def after(action, start=(1, 2, 3, 2)):
    values = list(start)
    try:
        result = action(values)
    except Exception as error:
        result = '%s: %s' % (type(error).__name__, error)
    print(repr(result), values)


for action in (lambda l: l.append(5), lambda l: l.append(), lambda l: l.append(1, 2), lambda l: l.extend('ab'), lambda l: l.extend(5), lambda l: l.extend(l), lambda l: l.extend(x for x in (7, 8)), lambda l: l.insert(0, 'a'), lambda l: l.insert(-1, 'a'),
               lambda l: l.insert(99, 'a'), lambda l: l.insert(-99, 'a'), lambda l: l.insert('0', 'a'), lambda l: l.insert(1), lambda l: l.pop(), lambda l: l.pop(0), lambda l: l.pop(-4), lambda l: l.pop(4), lambda l: l.pop(1.0), lambda l: l.pop(0, 1),
               lambda l: l.remove(2), lambda l: l.remove(9), lambda l: l.remove(), lambda l: l.clear(), lambda l: l.reverse(), lambda l: l.copy(), lambda l: l.count(2), lambda l: l.count('x'), lambda l: l.index(2), lambda l: l.index(2, 2), lambda l: l.index(2, -1),
               lambda l: l.index(2, 2, 3), lambda l: l.index(9), lambda l: l.index(3, 0, -2), lambda l: l.index(1, None), lambda l: l.index(2, -100, 100), lambda l: l.sort(), lambda l: l.sort(reverse=True), lambda l: l.sort(key=lambda x: -x), lambda l: l.sort(None),
               lambda l: l.sort(key=5), lambda l: l.sort(reverse='x'), lambda l: l.sort(foo=1), lambda l: l.sort(key=str, reverse=1), lambda l: (l.append('a'), l.sort()), lambda l: l + [9], lambda l: l + (9,), lambda l: l + None, lambda l: l * 2, lambda l: 2 * l,
               lambda l: l * -1, lambda l: l * 'a', lambda l: l * 1.5, lambda l: l.__iadd__((8, 9)), lambda l: l.__iadd__(5), lambda l: l.__imul__(2), lambda l: l.__imul__(0), lambda l: l.__imul__('a'), lambda l: l[0], lambda l: l[-5], lambda l: l['a'], lambda l: l[None],
               lambda l: l[1:3], lambda l: l[::-1], lambda l: l[::0], lambda l: l[1:'x'], lambda l: l[True], lambda l: l.__setitem__(0, 'z'), lambda l: l.__setitem__(9, 'z'), lambda l: l.__setitem__('a', 1), lambda l: l.__setitem__(slice(1, 3), 'xyz'),
               lambda l: l.__setitem__(slice(1, 3), 5), lambda l: l.__setitem__(slice(None, None, 2), 'ab'), lambda l: l.__setitem__(slice(None, None, 2), 'abc'), lambda l: l.__setitem__(slice(3, 1), 'pq'), lambda l: l.__setitem__(slice(None), l),
               lambda l: l.__setitem__(slice(None, None, -1), 'abcd'), lambda l: l.__delitem__(0), lambda l: l.__delitem__(-5), lambda l: l.__delitem__(slice(0, 2)), lambda l: l.__delitem__(slice(None, None, 3)), lambda l: l.__delitem__(slice(None, None, -2)),
               lambda l: l.__delitem__('a'), lambda l: 2 in l, lambda l: l.__contains__(9), lambda l: l == [1, 2, 3, 2], lambda l: l != (1, 2, 3, 2), lambda l: l < [1, 3], lambda l: l < [1, 2], lambda l: l > [1, 'a'], lambda l: l < (1,), lambda l: hash(l),
               lambda l: l.__init__('ab'), lambda l: l.__init__(), lambda l: l.__init__(5), lambda l: list(reversed(l)), lambda l: l.__reversed__().__length_hint__(), lambda l: len(l), lambda l: bool(l), lambda l: l(), lambda l: l.foo, lambda l: -l, lambda l: l.append.__self__ is l,
               lambda l: l.__getitem__(slice(1, None)), lambda l: l.__class_getitem__(int), lambda l: list.append(5, 1), lambda l: list.append(l), lambda l: list(5), lambda l: list(1, 2), lambda l: list({'a': 1}), lambda l: list('ab', ), lambda l: list(None)):
    after(action)
nan = float('nan')
print([nan] == [nan], [nan].index(nan), [nan].count(nan), [1, [2]] < [1, [3]], [] < [0], [[]] == [[]], [1] == [True], [1.0, 2] == [1, 2.0])
recursive = [1]
recursive.append(recursive)
print(recursive, str([recursive]))
