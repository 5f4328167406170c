# namedtuple: rename, defaults, module, checks of names, subclasses.
from collections import namedtuple

print(namedtuple('T', 'abc class def abc _x 9', rename=True)._fields, namedtuple('T', ['a', 'a'], rename=1)(1, 2))
D = namedtuple('D', 'a b c', defaults=(10, 20))
print(D(1), D(1, 2), D(1, c=3), D._field_defaults, D.__new__.__defaults__, namedtuple('E', 'x', defaults=[None])())
M = namedtuple('M', 'x', module='some.where')
print(M.__module__, M, repr(M(1)), M.__qualname__)
cases = [('T', 'a b a', {}), ('T', '_a', {}), ('T', 'class', {}), ('class', 'a', {}), ('9T', 'a', {}), ('T', 'a-b', {}), ('T', '1a', {}),
         ('T', 'a', {'defaults': (1, 2)}), ('T', 'a', {'verbose': True}), ('T', 5, {}), ('T', 'a', {'rename': True, 'defaults': ()}), ('', 'a', {})]
for name, fields, options in cases:
    try:
        print(namedtuple(name, fields, **options)._fields)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    namedtuple('T')
except TypeError as error:
    print(error)


class Vector(namedtuple('VectorBase', 'x y')):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __str__(self):
        return f'<{self.x}, {self.y}>'


v = Vector(3, 4)
print(v, repr(v), v.length, repr(v + v), v._replace(x=0), Vector._make([5, 6]), type(v._replace(y=1)).__name__)
print(hasattr(v, '__dict__'), Vector.__bases__[0].__name__)


class Open(namedtuple('Open', 'a')):
    pass


o = Open(1)
o.extra = 2
print(o, o.extra, o.__dict__)


class Default(namedtuple('Default', ['a', 'b'])):
    def __new__(cls, a, b=None):
        return super().__new__(cls, a, b or [a])


print(Default(1), Default(1, 2))
Big = namedtuple('Big', [f'f{i}' for i in range(300)])
b = Big(*range(300))
print(b.f0, b.f299, len(b), b._replace(f5='five')[:7])
Point = namedtuple('Point', 'x y')
Point.__doc__ = 'changed'
Point.x.__doc__ = 'the x'
print(Point.__doc__, Point.x, Point(1, 2) == namedtuple('Other', 'p q')(1, 2))
Point.__new__.__defaults__ = (0, 0)
print(Point(), Point(y=5))
