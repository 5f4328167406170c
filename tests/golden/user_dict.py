# UserDict and __missing__.
from collections import UserDict

d = UserDict({'a': 1}, b=2)
print(d, repr(d), d.data, d['a'], len(d), list(d), d == {'a': 1, 'b': 2}, 'a' in d, d.get('q', 7), UserDict(), UserDict(None), UserDict([(1, 2)]))
d['c'] = 3
del d['a']
d.update({'x': 1}, y=2)
print(d, d.pop('x'), d.setdefault('s', 5), sorted(d.items()), d.keys(), d | {'o': 1}, {'o': 1} | d, d.popitem())
e = d.copy()
e['only'] = 1
print(d == e, type(e).__name__, UserDict.fromkeys('ab', 1), d != e)
d |= UserDict(z=26)
print(d, bool(UserDict()))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f'missing {key}'


low = Lower(ABC=1)
low['DeF'] = 2
low.update({'GHI': 3})
print(low, low['abc'], low['ABC'], low.get('ABC'), 'abc' in low, type(low.copy()).__name__, low | {'XY': 1})
for call in (lambda: UserDict()['none'], lambda: UserDict(1), lambda: UserDict(1, 2), lambda: d | [1], lambda: hash(d), lambda: UserDict().popitem()):
    try:
        print(call())
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
d.clear()
print(d, UserDict.__module__, UserDict(dict=3), {**UserDict(k=1)})
