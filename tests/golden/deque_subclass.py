# Subclasses of deque: attributes, copies, overridden methods, weak references.
from collections import deque
import weakref


class Named(deque):
    def __init__(self, items=(), maxlen=None, name='?'):
        super().__init__(items, maxlen)
        self.name = name

    def append(self, item):
        print('append', item)
        super().append(item)


d = Named('ab', name='letters')
d.append('c')
d.extend('d')
print(d, d.name, len(d), isinstance(d, deque), d == deque('abcd'))
print(type(d.copy()).__name__, d.copy().name, type(d + deque('x')).__name__, type(d * 2).__name__, type(deque() + d).__name__)
print(Named('abc', 2), Named('abc', 2).copy(), Named.__mro__[1])


class Slotted(deque):
    __slots__ = ('x',)


s = Slotted([1])
s.x = 5
print(s, s.x, hasattr(s, '__dict__'))
try:
    s.y = 1
except AttributeError as error:
    print(error)
try:
    deque().x = 1
except AttributeError as error:
    print(error)


class Wrong(deque):
    def __new__(cls, *args):
        return deque.__new__(cls)

    def __init__(self, *args):
        super().__init__(*args)


w = Wrong('ab')
print(w, w.copy())
plain = deque('xy')
r = weakref.ref(plain, lambda ref: print('died'))
print(r() is plain)
del plain
print(r())
print(deque[int], deque.__module__, deque.__name__, deque.__doc__)
print(deque().__module__, sorted(n for n in dir(deque) if not n.startswith('__')))
print(d.__reduce__()[:3], deque('a', 3).__reduce__()[:3])
