# In which order type.__new__ fills a class's dict; __doc__ as a slot; __class__ assignment between layouts.


class Plain:
    pass


class Equal:
    "text"
    def __eq__(self, other):
        return True


class Slots:
    def __eq__(self, other):
        return True
    __slots__ = ('b', 'a', '__dict__')


class DocSlot:
    __slots__ = ('__doc__',)


class Documented(DocSlot):
    "documented"


class Number(int):
    pass


for cls in Plain, Equal, Slots, DocSlot, Documented, Number, type('T', (), {'x': 1}):
    print(cls.__name__, [name for name in vars(cls) if name not in ('__firstlineno__', '__static_attributes__')])
print(DocSlot.__doc__, Documented.__doc__, Documented().__doc__)
instance = DocSlot()
instance.__doc__ = 'mine'
print(instance.__doc__)
try:
    class Both:
        "doc"
        __slots__ = ('__doc__',)
except ValueError as error:
    print(error)


class G:
    __slots__ = ['a', 'b']


class H:
    __slots__ = ['b', 'a']


class J:
    __slots__ = ['c', 'b']


class K:
    __slots__ = ['a', 'b', 'd']


class L(H):
    __slots__ = ['e']


class N(J):
    __slots__ = ['__weakref__']


class P(J):
    __slots__ = ['__dict__']


class Q(J):
    pass


class R(J):
    __slots__ = ['__dict__', '__weakref__']


class S(Q):
    __slots__ = ()


classes = [G, H, J, K, L, N, P, Q, R, S, Plain, list, int]
for old in classes:
    row = ''
    for new in classes:
        x = old()
        try:
            x.__class__ = new
            row += 'y'
        except TypeError:
            row += '.'
    print(old.__name__.ljust(6), row)
x = Q()
x.c, x.z = 1, 2
x.__class__ = R
print(x.c, x.z, type(x).__name__)
for old, new in (J, N), (G, J), (Plain, G), (G, 5), (G, int):
    try:
        old().__class__ = new
    except TypeError as error:
        print(error)
