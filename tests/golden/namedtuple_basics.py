# namedtuple: making instances, fields, methods, text.
from collections import namedtuple

Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), tuple(p), hash(p) == hash((1, 2)), isinstance(p, tuple))
x, y = p
print(x, y, p + (3,), p * 2, p < Point(2, 0), max(Point(1, 5), Point(3, 0)), [*p], p[::-1], 2 in p, p.index(2), p.count(1))
print(Point._fields, Point.__doc__, Point.__name__, Point.__module__, Point.__match_args__, Point._field_defaults, Point.__slots__)
print(p._asdict(), p._replace(x=10), Point._make([7, 8]), Point._make(range(2)), p.__getnewargs__(), p.__replace__(y=0))
print(Point.x, Point.y.__doc__, Point.x.__get__(p), repr(Point(x=[1], y='s')), str(p), f'{p.x}-{p.y}')
print(Point.__new__.__doc__, Point._make.__doc__, Point._replace.__doc__, Point.__repr__.__qualname__, Point.__new__.__qualname__)
print(namedtuple('A', ['p', 'q'])(1, 2), namedtuple('B', 'a,b, c')(1, 2, 3), namedtuple('C', ())(), namedtuple('One', 'only')(1))
print('%s and %s' % p, '{0.x} {0[1]}'.format(p), {p: 'key'}[1, 2], sorted([Point(2, 1), Point(1, 2)]))
for call in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, x=2), lambda: Point(1, 2, z=3), lambda: p._replace(z=1),
             lambda: p._replace(z=1, w=2), lambda: Point._make([1]), lambda: Point._make(5), lambda: Point.x.__get__('ab')):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def change(action):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


change(lambda: setattr(p, 'x', 5))
change(lambda: delattr(p, 'x'))
change(lambda: setattr(p, 'other', 5))
change(lambda: p.__setitem__(0, 1))
match p:
    case Point(x=1, y=other):
        print('matched', other)
match p:
    case Point(one, two):
        print(one, two)
print(Point.__mro__, type(Point), Point.__init_subclass__ is not None)
