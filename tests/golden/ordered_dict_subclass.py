# Subclasses of OrderedDict, attributes, what overriding does.
from collections import OrderedDict
import weakref

o = OrderedDict(a=1)
o.note = 'attribute'
print(o.note, o.__dict__, vars(o), o.copy().__dict__, o)
del o.note
print(o.__dict__)
r = weakref.ref(o)
print(r() is o)
del o
print(r())


class Noisy(OrderedDict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print('del', key)
        super().__delitem__(key)

    def __getitem__(self, key):
        print('get', key)
        return super().__getitem__(key)


n = Noisy({'a': 1}, b=2)
n.update(c=3)
print(n.pop('a'))
print(n.setdefault('b'), n.setdefault('d', 4))
print(n.popitem())
n.move_to_end('b')
m = n.copy()
print(type(m).__name__, list(m), n.get('b'), n == {'b': 2, 'c': 3})
print(repr(n))
n |= {'z': 26}
print(list(Noisy.fromkeys('xy')), list(n | {'q': 1}))
del n['z']


class Items(OrderedDict):
    def items(self):
        return [('always', 'this')]


print(Items(a=1), dict(Items(a=1)), Items())


class Plain(OrderedDict):
    pass


p = Plain(b=1, a=2)
p.extra = [1]
print(p, p.extra, p == OrderedDict(b=1, a=2), p != OrderedDict(a=2, b=1), type(p.copy()).__name__)
print(p.__reduce__()[:4], list(p.__reduce__()[4]), OrderedDict(x=1).__reduce__()[:4])


class Slots(OrderedDict):
    __slots__ = ('s',)


s = Slots(a=1)
s.s = 3
print(s, s.s, s.__dict__)
match p:
    case {'b': one, **rest}:
        print(one, rest)
