# Views of dicts: set operations, equality, order, changes, reversal, repr, errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


d = {'a': 1, 'b': 2, 'c': 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), len(values), len(items), list(reversed(keys)), list(reversed(values)), list(reversed(items)))
d['d'] = 4
print(keys, values, items, 'd' in keys, 4 in values, ('d', 4) in items, ('d', 5) in items, ('d',) in items, ['d', 4] in items, ('d', 4, 5) in items, [] in values)
show(lambda: [] in keys)
show(lambda: ([], 1) in items)
for left in keys, items:
    for right in keys, items, {'a', 'z'}, {('a', 1)}, ['a', 'b'], 'ab', {'a': 1}, {'a': 1}.keys(), {'a': 1}.items(), {'a': 1}.values(), 5, None, [[]], (), frozenset(d), set(d.items()):
        row = []
        for operation in (lambda: sorted(left & right), lambda: sorted(left | right, key=repr), lambda: sorted(left - right), lambda: sorted(left ^ right, key=repr), lambda: left == right, lambda: left != right, lambda: left <= right, lambda: left < right, lambda: left >= right, lambda: left > right,
                          lambda: left.isdisjoint(right)):
            try:
                row.append(str(operation()))
            except TypeError as error:
                row.append(str(error))
        print(type(left).__name__, type(right).__name__, row)
for right in {'a', 'z'}, ['a'], 5:
    for operation in (lambda: sorted(right & keys), lambda: sorted(right | keys), lambda: sorted(right - keys), lambda: sorted(right ^ keys), lambda: right <= keys, lambda: right == keys):
        show(operation)
for action in (lambda: values & values, lambda: values == values, lambda: values == d.values(), lambda: values < values, lambda: hash(values) == hash(values), lambda: hash(keys), lambda: keys[0], lambda: keys.foo, lambda: keys.mapping['a'], lambda: keys.mapping.clear(), lambda: type(items.mapping).__name__,
               lambda: {1: []}.items() & {(1, 2)}, lambda: {1: []}.items() | [], lambda: {1: []}.items() == {1: []}.items(), lambda: {1: []}.items() - {2: []}.items(), lambda: type(keys)(), lambda: keys.__class__.__name__, lambda: iter(keys).__length_hint__(), lambda: next(iter(items)), lambda: keys.__reduce_ex__(2)[0] if 0 else 'skip',
               lambda: dict(items) == d, lambda: set(keys) == set(d), lambda: list(map(str, values)), lambda: keys.isdisjoint(), lambda: keys.isdisjoint(5), lambda: keys.isdisjoint(['z']), lambda: {} .keys() == set(), lambda: not {}.items(), lambda: bool(keys)):
    show(action)
it = iter(keys)
next(it)
d['e'] = 5
show(lambda: next(it))
show(lambda: next(it))
it = iter(items)
del d['e']
show(lambda: list(it))
it = iter(values)
d['a'] = 100
print(list(it))
recursive = {}
recursive['v'] = recursive.values()
recursive['i'] = recursive.items()
print(str(recursive)[:200])


class Sub(dict):
    def keys(self):
        return ['fake']

    def __iter__(self):
        return iter(['iter'])


s = Sub(x=1)
print(list(s), s.keys(), dict(s.items()), list(dict.keys(s)))
show(lambda: dict(s))
