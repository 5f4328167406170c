# ChainMap: lookups through several maps, writes to the first.
from collections import ChainMap, OrderedDict

base, top = {'a': 1, 'b': 2}, {'b': 20, 'c': 30}
c = ChainMap(top, base)
print(c, c['a'], c['b'], c['c'], len(c), list(c), sorted(c.items()), 'a' in c, 'z' in c, bool(c), bool(ChainMap()), bool(ChainMap({}, {1: 1})))
c['a'] = 100
c['new'] = 5
print(top, base, c.get('zz'), c.get('zz', 'd'), c.get('b'))
del c['a']
print(c['a'], c.maps, c.pop('new'), c.popitem(), c)
child = c.new_child()
child['b'] = 'child'
print(child, child.parents == c, child.parents['b'], c.new_child({'m': 1}), c.new_child(x=1), c.new_child({'m': 1}, n=2))
for call in (lambda: c['none'], lambda: c.pop('a'), lambda: c.__delitem__('a'), lambda: ChainMap().popitem(), lambda: ChainMap(1)['x']):
    try:
        print(call())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
print(ChainMap() == {}, ChainMap({'a': 1}) == {'a': 1}, ChainMap({}, {'a': 1}) == ChainMap({'a': 1}), c.keys(), list(c.values()))
print(ChainMap.fromkeys('ab', 0), ChainMap.fromkeys('ab'), ChainMap({'a': 1}) | {'b': 2}, {'z': 1} | ChainMap({'a': 1}, {'b': 2}))
c |= {'q': 1}
print(c, c.copy(), c.copy().maps[0] is c.maps[0], c.copy().maps[1] is c.maps[1])
c.clear()
print(c, dict(c), list(ChainMap(OrderedDict(b=1), {'a': 1, 'c': 2})), list(reversed(list(ChainMap({1: 1}, {2: 2})))))


class Default(ChainMap):
    def __missing__(self, key):
        return f'no {key}'


d = Default({'x': 1})
print(d['x'], d['y'], d.get('y'), d, type(d.new_child()).__name__, 'y' in d)
r = ChainMap()
r['self'] = r
print(r)
merged = ChainMap({'debug': True}, {'debug': False, 'level': 3})
print('{debug} {level}'.format_map(merged), {**merged})
