# OrderedDict: making, updating, repr, equality, copies.
from collections import OrderedDict

o = OrderedDict([('b', 1), ('a', 2)], c=3)
print(o, OrderedDict(), OrderedDict({'x': 1}), OrderedDict(a=1), OrderedDict(o), list(o), o['a'], len(o))
o['b'] = 10
o['d'] = 4
del o['a']
o['a'] = 5
print(o)
o.update({'e': 1}, f=2)
o.update([('g', 3)])
o.update(OrderedDict(b=0))
print(o, list(o.keys()), list(o.values()), list(o.items())[:2])
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1}, {'a': 1} == OrderedDict(a=1))
print(OrderedDict(a=1) != OrderedDict(a=2), OrderedDict() == [], OrderedDict(a=1, b=2) == OrderedDict([('a', 1), ('b', 2)]))
c = o.copy()
print(c == o, c is o, type(c).__name__)
c.clear()
print(c, bool(c), o.get('zz', 'none'))
print(OrderedDict.fromkeys('abc'), OrderedDict.fromkeys('ab', value=7), OrderedDict.fromkeys([], 1))
print(o.setdefault('b', 9), o.setdefault('new'), o.setdefault(key='k', default=1), o)
print(o.pop('new'), o.pop('none', 'd'), o.pop(key='k'), o)
print(OrderedDict(a=1) | {'b': 2, 'a': 3}, {'z': 1} | OrderedDict(a=1), type({} | OrderedDict()).__name__)
o = OrderedDict(a=1)
o |= [('b', 2)]
o |= {'c': 3}
print(o)
r = OrderedDict()
r['me'] = r
r['list'] = [r]
print(r)
for call in (lambda: OrderedDict(1, 2), lambda: OrderedDict(1), lambda: OrderedDict([1]), lambda: OrderedDict([(1,)]),
             lambda: OrderedDict([(1, 2, 3)]), lambda: OrderedDict(['ab', 'cde']), lambda: o.update(1, 2), lambda: o['none'], lambda: o.pop('none'),
             lambda: o.pop(), lambda: hash(o), lambda: OrderedDict() < OrderedDict(), lambda: o | [1], lambda: o.__delitem__('q'),
             lambda: OrderedDict.fromkeys(), lambda: OrderedDict.fromkeys(1), lambda: o.setdefault(), lambda: OrderedDict.update()):
    try:
        print(call())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
print(OrderedDict([()]) if False else 'end', OrderedDict.__module__, OrderedDict.__doc__)
