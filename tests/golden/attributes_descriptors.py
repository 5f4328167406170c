def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "x doc"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print('deleted'); self._x = None
    @property
    def ro(self): return 'ro'
    wo = property(None, lambda self, v: print('wo', v))
p = P(); p.x = 5; print(p.x, P.x.__doc__, P.x.fget.__name__); del p.x; print(p.x)
t(lambda: setattr(p, 'ro', 1))
t(lambda: delattr(p, 'ro'))
t(lambda: p.wo)
p.wo = 3
class SubP(property): pass
class Q:
    @SubP
    def y(self): "y doc"; return 1
print(Q().y, Q.y.__doc__, type(Q.y).__name__)
t(lambda: property().__get__(1))
print(property.__name__, isinstance(P.x, property), P.x.__name__)
class Data:
    def __get__(self, o, t=None): return 'data'
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
class NonData:
    def __get__(self, o, t=None): return 'nondata'
class OnlySet:
    def __set__(self, o, v): o.__dict__['os'] = v
class R:
    d = Data(); n = NonData(); os = OnlySet()
r = R(); r.d = 1; r.n = 2; r.os = 3; r.__dict__['d'] = 'inst'
print(r.d, r.n, r.os); del r.d
t(lambda: delattr(r, 'os'))
print(R.d, R.n)
class GA:
    def __getattribute__(self, n):
        if n == 'secret': raise AttributeError('hidden')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'fallback ' + n
    def __setattr__(self, n, v): print('setattr', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('delattr', n); super().__delattr__(n)
g = GA(); g.a = 1; print(g.a, g.secret, g.b); del g.a
t(lambda: delattr(g, 'zz'))
class GE:
    def __getattr__(self, n): raise AttributeError('custom ' + n)
t(lambda: GE().x)
print(hasattr(GE(), 'x'), getattr(GE(), 'x', 'dflt'))
class PE:
    @property
    def bad(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'ga ' + n
print(PE().bad)
class PE2:
    @property
    def bad(self): raise ValueError('inner')
t(lambda: hasattr(PE2(), 'bad'))
t(lambda: getattr(1, 2))
t(lambda: setattr(p, 1, 2))
t(lambda: getattr(1, 'x'))
t(lambda: hasattr(1, 5))
t(lambda: (1).foo)
t(lambda: None.foo)
t(lambda: [].foo)
t(lambda: len.foo)
t(lambda: setattr(None, 'x', 1))
t(lambda: setattr([], 'append', 1))
t(lambda: setattr(len, 'x', 1))
import sys
t(lambda: sys.nothing)
class Base:
    def f(self): return 'Base.f'
    @classmethod
    def c(cls): return 'Base.c ' + cls.__name__
    @property
    def p(self): return 'Base.p'
    v = 'Base.v'
class Derived(Base):
    def f(self): return 'Derived.f > ' + super().f()
    @classmethod
    def c(cls): return 'Derived.c > ' + super().c()
    @property
    def p(self): return 'Derived.p > ' + super().p
    def v2(self): return super().v
    def s(self): return super()
    @staticmethod
    def st(): return super()
d = Derived()
print(d.f(), d.c(), Derived.c(), d.p, d.v2(), super(Derived, d).f(), super(Derived, Derived).f(d))
s = d.s(); print(repr(s)[:29], s.__thisclass__, s.__self__ is d, s.__self_class__, type(s))
t(lambda: d.st())
t(lambda: super(Derived, d).nope)
t(lambda: super(Derived, 5))
t(lambda: super(5, d))
t(lambda: super(Derived, Base))
t(lambda: super())
print(super(Derived).__self__, repr(super(Derived)))
class Diamond1(Base):
    def f(self): return 'D1 > ' + super().f()
class Diamond2(Base):
    def f(self): return 'D2 > ' + super().f()
class Diamond(Diamond1, Diamond2):
    def f(self): return 'D > ' + super().f()
print(Diamond().f())
m = d.f
print(m.__self__ is d, m.__func__ is Derived.f, m.__name__, m == d.f, m is d.f, hash(m) == hash(d.f), d.f != Derived().f)
t(lambda: setattr(m, 'x', 1))
Derived.f.tag = 9; print(m.tag)
print(staticmethod(len), classmethod(len), staticmethod(len)('abc'), staticmethod(len).__func__, staticmethod(len).__name__)
t(lambda: classmethod(len)(1))
class CallableAttr:
    def __init__(self): self.f = lambda x: x + 1
print(CallableAttr().f(1))
print([n for n in dir(Base) if not n.startswith('__')], [n for n in dir(d) if not n.startswith('__')])
class Dir:
    def __dir__(self): return ['b', 'a']
print(dir(Dir()), sorted(set(dir(object()))) == dir(object()))
print(dir(object()))
print(object.__doc__[:20], repr(object.__init__), object().__format__('') [:7], object.__reduce_ex__.__name__)
t(lambda: format(object(), 'x'))
t(lambda: object().__init__(1))
t(lambda: object.__new__(object, 1))
t(lambda: object.__setattr__(int, 'x', 1))
t(lambda: type.__setattr__(int, 'x', 1))
t(lambda: object.__getattribute__(1))
t(lambda: object.__getattribute__(1, 'real'))
print((5).__class__, type(None).__name__, None.__class__, (None).__bool__(), NotImplemented.__repr__(), ...)
print(int.__add__(1, 2), int.__add__(1, 'a'), str.__len__('abc'), list.__getitem__([1, 2], 0), (1).__lt__(2), (1).__eq__('a'), object.__eq__(1, 1), object.__ne__(1, 2))
print(list.__contains__([1], 1), [].__len__(), [1].__iter__().__next__(), {}.__setitem__(1, 2), (3).__bool__(), (3).__neg__(), (3).__pow__(2), (3).__pow__(2, 5), (3).__rpow__(2), (3).__hash__(), 'a'.__mul__(3), 'a'.__rmul__(2), [1].__iadd__([2]), [1].__imul__(2), [].__init__([1]))
t(lambda: iter([]).__next__())
t(lambda: [1].__delitem__(5))
t(lambda: 'a'.__mul__('b'))
t(lambda: (3).__pow__())
t(lambda: (3).__pow__(1, 2, 3))
print(int.__add__.__name__, int.__add__.__objclass__, int.__add__.__doc__, int.__add__.__text_signature__, (1).__add__.__self__, (1).__add__.__name__, int.__add__.__qualname__)
print(list.append.__name__, list.append.__objclass__, list.append.__doc__, [].append.__self__, [].append.__name__)
print(str.upper.__get__('abc')(), str.upper.__get__('abc', str)(), int.real.__get__(5), int.__add__.__get__(5)(6))
print(type.__call__(int, '5'), type.__repr__(int), int.__repr__(5), object.__str__(5), object.__repr__(5)[:11])
