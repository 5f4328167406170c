# __slots__: inheritance, layout conflicts, weak references, dicts, defaults, private names, class variables.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


import weakref


class A:
    __slots__ = ('x', '__private')

    def __init__(self):
        self.x = 1
        self.__private = 2

    def get(self):
        return self.__private


class B(A):
    __slots__ = ('y',)


class C(A):
    pass


class D(B):
    __slots__ = ('__dict__', '__weakref__')


class Empty(A):
    __slots__ = ()


for cls in A, B, C, D, Empty:
    o = cls()
    print(cls.__name__, cls.__slots__ if '__slots__' in vars(cls) else '-', hasattr(o, '__dict__'), hasattr(o, '__weakref__'), o.get(), o.x, sorted(n for n in dir(o) if not n.startswith('__'))[:4])
    show(lambda: setattr(o, 'z', 5))
    show(lambda: setattr(o, 'y', 6))
    show(lambda: o.y)
    show(lambda: delattr(o, 'x'))
    show(lambda: delattr(o, 'x'))
    show(lambda: o.x)
    try:
        print(type(weakref.ref(o)).__name__)
    except TypeError as error:
        print(error)
print(A.x, type(A.x).__name__, A.x.__name__, A.x.__objclass__, A._A__private, A.x.__doc__)
show(lambda: A.x.__get__(B(), B))
show(lambda: A.x.__get__(5))
show(lambda: A.x.__set__(C(), 9))
show(lambda: A.x.__set__(5, 9))
show(lambda: A.x.__get__(None, A) is A.x)
show(lambda: A.x.__delete__(B()))


class P:
    __slots__ = ('p',)


class Q:
    __slots__ = ('q',)


class R:
    __slots__ = ()


show(lambda: type('PQ', (P, Q), {}))
show(lambda: type('PR', (P, R), {'__slots__': ()}).__mro__)
show(lambda: type('PA', (P, C), {'__slots__': ()}))
show(lambda: type('X', (), {'__slots__': 'one'})().one)
show(lambda: type('X', (), {'__slots__': ['a', 'a']}))
show(lambda: type('X', (), {'__slots__': ['a'], 'a': 1}))
show(lambda: type('X', (), {'__slots__': 5}))
show(lambda: type('X', (), {'__slots__': [5]}))
show(lambda: type('X', (), {'__slots__': ['__dict__', '__dict__']}))
show(lambda: type('X', (C,), {'__slots__': ['__dict__']}))
show(lambda: type('X', (C,), {'__slots__': ['__weakref__']}))
show(lambda: type('X', (int,), {'__slots__': ['a']}))
show(lambda: type('X', (tuple,), {'__slots__': ['a']}))
show(lambda: type('X', (bytes,), {'__slots__': ['a']}))
show(lambda: type('X', (str,), {'__slots__': ['a']})('abc'))
show(lambda: type('X', (int,), {'__slots__': []})(5) + 1)
show(lambda: type('X', (list,), {'__slots__': ['a']})([1]))
show(lambda: type('X', (dict,), {'__slots__': {'a': 'documented'}}).__slots__)
show(lambda: type('X', (Exception,), {'__slots__': ['a']})('e'))
show(lambda: type('X', (), {'__slots__': iter(['i', 'j'])}).i)


class Shadow(A):
    __slots__ = ('x',)


s = Shadow()
s.x = 'new'
print(s.x, A.x.__get__(s) if False else 'own slot')
show(lambda: A.x.__get__(s))
many = type('Many', (), {'__slots__': ['s%d' % i for i in range(100)]})()
for i in range(100):
    setattr(many, 's%d' % i, i)
print(sum(getattr(many, 's%d' % i) for i in range(100)))


class Defaults:
    __slots__ = {'a': 'the a', 'b': None}


print(Defaults.__slots__, Defaults.a.__doc__, Defaults.b.__doc__)
