# Making classes: MRO, metaclasses, hooks, errors.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([c.__name__ for c in D.__mro__], D.mro() == list(D.__mro__), D.__base__.__name__, D.__bases__)
t(lambda: type('X', (A, B), {}))
t(lambda: type('X', (A, A), {}))
t(lambda: type('X', (int, str), {}))
t(lambda: type('X', (bool,), {}))
t(lambda: type('X', (type(None),), {}))
t(lambda: type('X', (1,), {}))
t(lambda: type('X', [], {}))
t(lambda: type(1, (), {}))
t(lambda: type('X', (), 1))
t(lambda: type('X', ()))
t(lambda: type())
t(lambda: type('a\0b', (), {}))
class O: pass
class X1(O): pass
class Y1(O): pass
class Z1(X1, Y1): pass
class Z2(Y1, X1): pass
t(lambda: type('Bad', (Z1, Z2), {}))
class M1(type): pass
class M2(type): pass
class U1(metaclass=M1): pass
class U2(metaclass=M2): pass
t(lambda: type('V', (U1, U2), {}))
class M3(M1, M2): pass
class V(U1, U2, metaclass=M3): pass
print(type(V).__name__)
class W(U1): pass
print(type(W).__name__)
class Hook:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        print('init_subclass', cls.__name__, tag)
class H1(Hook, tag='x'): pass
class H2(H1): pass
def bad():
    class H3(Hook, nope=1): pass
t(bad)
def bad2():
    class H4(x=1): pass
t(bad2)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, [b.__name__ for b in bases], kw)
        return {'injected': 1}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')))
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', cls.__name__, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print('call', args)
        return super().__call__(*args)
    def __getitem__(cls, k): return ('meta getitem', k)
    def __len__(cls): return 7
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 3
    def __instancecheck__(cls, o): return o == 'magic'
    def __subclasscheck__(cls, o): return o is int
    def __repr__(cls): return '<<' + cls.__name__ + '>>'
    def __eq__(cls, o): return 'eq'
    __hash__ = type.__hash__
    def __add__(cls, o): return 'meta add'
    @property
    def prop(cls): return 'meta prop of ' + cls.__name__
    def __getattr__(cls, n): return 'meta getattr ' + n
class K(metaclass=Meta, opt=5):
    def __init__(self, v): self.v = v
    y = 1
k = K(3)
print(k.v, K[1], len(K), list(K), 3 in K, isinstance('magic', K), isinstance(5, K), issubclass(int, K), K, K == 1, K + 1)
print(K.prop, K.nothing, K.injected)
t(lambda: k.prop)
class Name:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
class N1:
    a = Name()
    b = Name()
class BadName:
    def __set_name__(self, owner, name): raise ValueError('no')
def bad3():
    class Q: z = BadName()
try: bad3()
except ValueError as e: print(e, e.__notes__)
class G:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(G[int], G[1, 2])
class New:
    def __new__(cls, *a, **k):
        print('new', a, k)
        if a == (0,): return 'other'
        return super().__new__(cls)
    def __init__(self, *a, **k): print('init', a, k)
New(1, x=2); print(New(0))
class Doc:
    "the doc"
    class Inner: pass
    def m(self): pass
print(Doc.__doc__, A.__doc__, Doc.Inner.__qualname__, Doc.m.__qualname__, Doc.__module__, Doc.__name__, Doc.Inner)
Doc.__name__ = 'Renamed'; Doc.__qualname__ = 'Q.Renamed'; Doc.__doc__ = 'new'
print(Doc, Doc.__name__, Doc.__doc__)
t(lambda: setattr(Doc, '__name__', 5))
t(lambda: delattr(Doc, '__name__'))
t(lambda: setattr(int, '__name__', 'x'))
t(lambda: setattr(Doc, '__bases__', ()))
t(lambda: setattr(Doc, '__bases__', (Doc,)))
t(lambda: setattr(Doc, '__bases__', 5))
t(lambda: setattr(Doc, '__bases__', (int,)))
class P1: x = 'P1'
class P2: x = 'P2'
class Q1(P1): pass
class Q2(Q1): pass
q = Q2(); print(q.x); Q1.__bases__ = (P2,); print(q.x, Q2.__mro__, P1.__subclasses__(), P2.__subclasses__())
print(A.__subclasses__(), int.__subclasses__())
print(type(A.__dict__), A.__dict__.get('__module__'), 'x' in P1.__dict__, sorted(k for k in Doc.__dict__ if k != '__firstlineno__'))
t(lambda: A.__dict__.__setitem__)
def assign(): A.__dict__['x'] = 1
t(assign)
print(type(A), type(type), A.__class__, type.__mro__, object.__bases__, object.__base__)
A.attr = 1; print(D.attr, D().attr); del A.attr
t(lambda: D.attr)
t(lambda: delattr(A, 'attr'))
t(lambda: A.foo)
t(lambda: A().foo)
t(lambda: delattr(A(), 'foo'))
class Late: pass
l = Late()
t(lambda: len(l))
Late.__len__ = lambda self: 5
Late.__add__ = lambda self, o: 'added'
Late.__call__ = lambda self: 'called'
Late.__repr__ = lambda self: 'Late!'
Late.__iter__ = lambda self: iter('xy')
Late.__getattr__ = lambda self, n: 'dyn ' + n
print(len(l), l + 1, l(), l, list(l), l.anything)
class SubLate(Late): pass
s = SubLate(); print(len(s), s)
Late.__len__ = lambda self: 6; print(len(s))
SubLate.__len__ = lambda self: 9; print(len(s), len(l))
del SubLate.__len__; print(len(s))
del Late.__len__
t(lambda: len(s))
class E1:
    def __eq__(self, o): return True
t(lambda: hash(E1()))
class E2(E1):
    __hash__ = object.__hash__
print(isinstance(hash(E2()), int))
l.__len__ = lambda: 3
t(lambda: len(l))
class Cm:
    def f(self): return 'inst', type(self).__name__
    g = classmethod(lambda cls: cls.__name__)
    h = staticmethod(lambda: 'static')
class Cs(Cm): pass
print(Cm().f(), Cs.g(), Cs().g(), Cs.h(), Cs().h(), Cm.f(Cs()))
a = A(); a.__class__ = B; print(type(a).__name__, isinstance(a, B))
t(lambda: setattr(a, '__class__', int))
t(lambda: setattr(a, '__class__', 5))
t(lambda: setattr(5, '__class__', A))
class Sl: __slots__ = ('x',)
t(lambda: setattr(a, '__class__', Sl))
t(lambda: delattr(a, '__class__'))
class WithDict: pass
w = WithDict(); w.a = 1; w.b = 2
w.__class__ = A; w.c = 3
print(w.__dict__, type(w).__name__)
w.__dict__ = {'z': 26}; print(w.z, vars(w))
t(lambda: w.a)
t(lambda: setattr(w, '__dict__', 5))
del w.__dict__; print(w.__dict__)
def cell_test():
    class R:
        def who(self): return __class__.__name__
    return R
print(cell_test()().who())
class Ann:
    x: int
    y: str = 'a'
print(Ann.__annotations__, A.__annotations__)
print(type('Dyn', (A,), {'v': 1, '__slots__': ()}).v)
t(lambda: object.__init_subclass__(1))
t(lambda: A.__init_subclass__(x=1))
print((lambda: 0).__class__, type(len), type([].append), type(list.append), type(int.__add__), type((1).__add__), type(dict.__dict__['fromkeys']), type(type.__dict__['__name__']), type(Sl.x), type(A().__init__), type(A.__dict__['__dict__']))
