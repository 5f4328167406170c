# Methods and operators of dict with every kind of argument, and their errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def after(action, **start):
    d = dict(start or {'a': 1, 'b': 2})
    try:
        result = action(d)
    except Exception as error:
        result = '%s: %s' % (type(error).__name__, error)
    print(repr(result), d)


class Keys:
    def keys(self):
        return ['p', 'q']

    def __getitem__(self, key):
        return key * 2


class BadKeys:
    def keys(self):
        return 5


for action in (lambda d: d['a'], lambda d: d['z'], lambda d: d[[]], lambda d: d.get('a'), lambda d: d.get('z'), lambda d: d.get('z', 5), lambda d: d.get([]), lambda d: d.get(), lambda d: d.get(1, 2, 3), lambda d: d.pop('a'), lambda d: d.pop('z'), lambda d: d.pop('z', 5), lambda d: d.pop([]),
               lambda d: d.pop(), lambda d: d.pop(1, 2, 3), lambda d: d.popitem(), lambda d: d.popitem(1), lambda d: d.setdefault('a', 9), lambda d: d.setdefault('z'), lambda d: d.setdefault('z', 9), lambda d: d.setdefault([]), lambda d: d.update({'c': 3}), lambda d: d.update([('c', 3)]),
               lambda d: d.update(c=3, a=9), lambda d: d.update({'x': 1}, y=2), lambda d: d.update(Keys()), lambda d: d.update(BadKeys()), lambda d: d.update(5), lambda d: d.update([1]), lambda d: d.update([(1, 2, 3)]), lambda d: d.update(['ab', 'cd']), lambda d: d.update([('a',)]), lambda d: d.update({}, {}),
               lambda d: d.update(None), lambda d: d.update([([], 1)]), lambda d: d.update(d), lambda d: d.clear(), lambda d: d.copy() == d, lambda d: d.copy() is d, lambda d: d | {'c': 3}, lambda d: d | [('c', 3)], lambda d: [('c', 3)] | d, lambda d: d.__or__(5), lambda d: d.__ror__({'a': 0, 'q': 1}),
               lambda d: d.__ior__({'c': 3}), lambda d: d.__ior__([('c', 3)]), lambda d: d.__ior__(5), lambda d: d == {'b': 2, 'a': 1}, lambda d: d != {'a': 1}, lambda d: d < {}, lambda d: d + {}, lambda d: hash(d), lambda d: 'a' in d, lambda d: [] in d, lambda d: d.__contains__('z'), lambda d: len(d),
               lambda d: list(d), lambda d: list(reversed(d)), lambda d: d.__setitem__('a', 5), lambda d: d.__setitem__([], 5), lambda d: d.__delitem__('a'), lambda d: d.__delitem__('z'), lambda d: d.__delitem__([]), lambda d: dict(d, c=3), lambda d: dict([('a', 1), ('a', 2)]), lambda d: dict(5), lambda d: dict(1, 2),
               lambda d: dict({'x': 1}, x=2), lambda d: dict(**{'k': 1}), lambda d: dict(**{1: 1}), lambda d: dict.fromkeys('ab'), lambda d: dict.fromkeys('ab', []), lambda d: dict.fromkeys(5), lambda d: dict.fromkeys(), lambda d: d.fromkeys([1, 1]), lambda d: dict.fromkeys([[]]), lambda d: d.keys() | {'z'} >= {'z'},
               lambda d: d.items() & {('a', 1)}, lambda d: d.__init__(z=1), lambda d: d.__init__({'a': 9}), lambda d: {**d, 'a': 0}, lambda d: {**5}, lambda d: d.__class_getitem__((str, int)), lambda d: dict.get(5, 1), lambda d: d.foo, lambda d: d(), lambda d: -d, lambda d: bool(d), lambda d: str(d), lambda d: d.__reversed__().__length_hint__(),
               lambda d: d.has_key('a')):
    after(action)
empty = {}
show(lambda: empty.popitem())
print({1: 'a', True: 'b', 1.0: 'c'}, {0: 1, False: 2, -0.0: 3}, {(1, 2): 3}[1, 2], {None: 1}[None])
d = {i: i for i in range(10)}
for i in range(0, 10, 2):
    del d[i]
d[0] = 'again'
print(d, list(reversed(d.items())))


class Missing(dict):
    def __missing__(self, key):
        return 'missing %r' % (key,)


m = Missing(a=1)
print(m['a'], m['b'], m.get('b'), 'b' in m, type(m.copy()).__name__, type(m | {}).__name__, type(Missing.fromkeys('a')).__name__, type({} | m).__name__)
show(lambda: m[[]])
recursive = {}
recursive['self'] = recursive
print(recursive)
for size, changes in ((3, lambda d: d.pop(0)), (3, lambda d: d.__setitem__('new', 1)), (3, lambda d: d.clear()), (3, lambda d: d.__setitem__(0, 'same size'))):
    d = dict.fromkeys(range(size))
    try:
        for key in d:
            changes(d)
        print('fine', d)
    except (RuntimeError, KeyError) as error:
        print(error)
