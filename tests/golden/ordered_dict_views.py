# OrderedDict: views, iterators, changes during iteration.
from collections import OrderedDict

o = OrderedDict(a=1, b=2, c=3)
print(o.keys(), o.values(), o.items())
print(list(reversed(o)), list(reversed(o.keys())), list(reversed(o.values())), list(reversed(o.items())))
print(type(o.keys()).__name__, type(o.values()).__name__, type(o.items()).__name__, type(iter(o)).__name__)
print([t.__name__ for t in type(o.keys()).__mro__], isinstance(o.items(), type({}.items())), len(o.keys()), 'a' in o.keys(), ('b', 2) in o.items())
print(o.keys() & {'a', 'z'}, sorted(o.keys() | {'z'}), o.keys() == {'a', 'b', 'c'}, sorted(o.items() - {('a', 1)}), {'a'} <= o.keys())
print(sorted(o.keys() ^ {'a', 'q'}), o.keys().isdisjoint('xyz'), o.keys().mapping, {'a': 1}.keys() == OrderedDict(a=5).keys())
k = o.keys()
o['d'] = 4
print(k)
changes = {
    'add': lambda d: d.__setitem__('new', 1), 'delete': lambda d: d.__delitem__('c'), 'move': lambda d: d.move_to_end('a'),
    'pop': lambda d: d.popitem(), 'clear': lambda d: d.clear(), 'replace': lambda d: d.__setitem__('c', 'other'),
}
for name, change in changes.items():
    for view in (OrderedDict.keys, OrderedDict.values, OrderedDict.items, reversed):
        d = OrderedDict(a=1, b=2, c=3)
        it = iter(view(d))
        next(it)
        change(d)
        try:
            print(name, next(it), end=' ')
        except RuntimeError as error:
            print(error, next(it, 'over'), end=' ')
    print()
d = OrderedDict(a=1)
for key in d:
    d['b'] = 2
print(d)
try:
    for key in d:
        d.move_to_end(key)
except RuntimeError as error:
    print(error, d)
it = iter(OrderedDict(x=1, y=2).items())
next(it)
print(list(it.__reduce__()[1]), list(it))


class Key:
    count = 0

    def __hash__(self):
        return hash('key')

    def __eq__(self, other):
        Key.count += 1
        if Key.count == 2:
            del first[chosen]
        return type(other) is Key


chosen = Key()
first, second = OrderedDict.fromkeys((0, chosen, 4.2)), OrderedDict.fromkeys((0, Key(), 4.2))
try:
    print(first == second)
except RuntimeError as error:
    print(error)
print(Key.count, len(first), len(second))
