# defaultdict: factories, what makes entries, repr, copies, operators.
from collections import defaultdict

d = defaultdict(list)
d['a'].append(1)
d['a'].append(2)
d['b']
print(d, d.get('c'), 'c' in d, d.setdefault('e', 5), d.pop('zz', None), len(d))
print(defaultdict(), defaultdict(None, {1: 2}), defaultdict(int, a=1), defaultdict(int, [('x', 1)], y=2))
counts = defaultdict(int)
for letter in 'mississippi':
    counts[letter] += 1
print(counts, sorted(counts.items()), dict(counts), counts == {'m': 1, 'i': 4, 's': 4, 'p': 2})
nested = defaultdict(lambda: defaultdict(int))
nested['x']['y'] += 3
print(nested['x'], nested['q'], list(nested))
try:
    defaultdict()['missing']
except KeyError as error:
    print(repr(error))
print(d.default_factory, d.__missing__('new'), d['new'])
d.default_factory = None
try:
    d['none']
except KeyError as error:
    print(repr(error))
d.default_factory = str
print(repr(d['text']))
del d.default_factory
print(d.default_factory)
for make in (d.copy, d.__copy__):
    e = make()
    print(type(e).__name__, e == d, e is d, e.default_factory)
one, two = defaultdict(int, a=1), {'a': 5, 'b': 2}
print(one | two, two | one, one | defaultdict(str, z='z'))
one |= {'k': 1}
one |= [('p', 2)]
print(one)
for call in (lambda: defaultdict(1), lambda: defaultdict('x'), lambda: defaultdict(None, 1, 2), lambda: defaultdict(int, 5),
             lambda: one | [1], lambda: [1] | one, lambda: defaultdict(lambda: 1 / 0)['x'], lambda: one[[]]):
    try:
        print(call())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
print(defaultdict.fromkeys('ab', 1), defaultdict[str, int], one.__reduce__()[:2])


def factory():
    return 42


r = defaultdict(factory)
r.default_factory = r.__missing__
print(str(defaultdict(bool, {1: True})))
