# operator: attrgetter, itemgetter, methodcaller.
from collections import namedtuple
from operator import attrgetter, itemgetter, methodcaller

Point = namedtuple('Point', 'x y')


class Box:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def method(self, *args, **kw):
        return args, kw


b = Box(a=1, inner=Box(v='deep', inner=Box(w='deeper')), p=Point(3, 4))
print(attrgetter('a')(b), attrgetter('inner.v')(b), attrgetter('inner.inner.w', 'a', 'p.y')(b), attrgetter('a', 'a')(b))
print(itemgetter(1)('abc'), itemgetter(0, 2)('abc'), itemgetter(slice(1, None))('abc'), itemgetter('k')({'k': 'v'}), itemgetter(-1)((1, 2)), itemgetter(0, -1)([5, 6, 7]))
print(methodcaller('upper')('up'), methodcaller('split', ',', maxsplit=1)('a,b,c'), methodcaller('method', 1, k=2)(b), methodcaller('method', *range(12))(b))
print(attrgetter('a'), attrgetter('a', 'b.c'), itemgetter(1), itemgetter('k', 2, slice(1)), methodcaller('m'), methodcaller('m', 1, 'x', k=[2]), methodcaller('m', k=1))
print(sorted([('b', 2), ('a', 3), ('c', 1)], key=itemgetter(1)), max([Point(1, 9), Point(5, 0)], key=attrgetter('x')), list(map(methodcaller('strip', '-'), ['-a-', 'b-'])))
for call in (lambda: attrgetter(), lambda: attrgetter(1), lambda: attrgetter('a', 2), lambda: attrgetter('a', k=1), lambda: attrgetter('none')(b),
             lambda: attrgetter('inner.none')(b), lambda: attrgetter('a')(), lambda: attrgetter('a')(1, 2), lambda: attrgetter('a')(x=b), lambda: attrgetter('.a')(b),
             lambda: itemgetter(), lambda: itemgetter(5)('abc'), lambda: itemgetter('k')({}), lambda: itemgetter(1)(5), lambda: itemgetter(1)(), lambda: itemgetter(1, x=2),
             lambda: methodcaller(), lambda: methodcaller(1), lambda: methodcaller('none')(b), lambda: methodcaller('upper')(), lambda: methodcaller('upper')('a', 'b'),
             lambda: methodcaller('upper', 1)('a'), lambda: methodcaller(name='x')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(attrgetter.__module__, itemgetter(0).__reduce__(), attrgetter('x.y').__reduce__(), methodcaller('m', 2).__reduce__(), methodcaller('m', 2, k=3).__reduce__()[1])


class Dynamic:
    def __getattr__(self, name):
        return name * 2

    def __getitem__(self, key):
        return key


print(attrgetter('ab', 'c.real' if False else 'c')(Dynamic()), itemgetter(1, 'x')(Dynamic()))
