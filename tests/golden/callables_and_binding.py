def t(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ': ' + str(e)
# native functions and methods as objects
print(len == len, [].append == [].append, len != abs, hash(len) == hash(len), isinstance(hash([].append), int))
l = [1]; print(l.append == l.append, l.append is l.append, l.append != [1].append, {l.append: 1}[l.append])
print(t(lambda: len.__self__.__name__), len.__name__, l.append.__name__, l.append.__self__ is l, l.append.__qualname__, str.join.__qualname__, dict.fromkeys.__self__, dict.fromkeys.__name__)
print(t(lambda: dict.__dict__['fromkeys'](dict, 'ab')), t(lambda: dict.__dict__['fromkeys']()), t(lambda: dict.__dict__['fromkeys'](int, 'a')), t(lambda: dict.__dict__['fromkeys'].__get__(None, dict)('ab')), dict.__dict__['fromkeys'].__name__, dict.__dict__['fromkeys'])
print(t(lambda: dict.__dict__['fromkeys'].__get__({})('x')), t(lambda: dict.__dict__['fromkeys'].__get__(None, int)), t(lambda: dict.__dict__['fromkeys'].__get__(None, 5)))
print(str.maketrans('a', 'b'), type(str.__dict__['maketrans']), str.__dict__['maketrans'].__func__.__name__)
print(int.real.__name__, int.real.__objclass__, int.real.__doc__, t(lambda: int.real.__set__(5, 6)), int.real.__qualname__, t(lambda: int.real.__get__('a')), int.real.__get__(None, int) is int.__dict__['real'])
class S: __slots__ = ('a',)
print(S.a.__name__, S.a.__objclass__, S.a.__doc__, S.a.__qualname__, S.a)
mw = (5).__add__; print(mw.__self__, mw.__name__, mw.__objclass__, mw.__doc__, mw.__qualname__, mw.__text_signature__, mw == (5).__add__, mw != (6).__add__, hash(mw) == hash(mw), mw(6))
wd = int.__add__; print(wd.__get__(None, int) is wd, t(lambda: wd.__get__('a', str)), wd.__get__(3)(4))
m = S().__init__; print(m(), t(lambda: m(1)))
# methods
class C:
    def f(self, *a, **k): return a, k
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
c = C()
b = c.f; print(b(1, x=2), b.__func__ is C.f, b.__self__ is c, b.__doc__, b.__name__, b.__module__, b == c.f, b != C().f, hash(b) == hash(c.f), C.c(1), c.c(2), C.s(3), c.s(4))
M = type(b); print(t(lambda: M(1, 2)), t(lambda: M(len, None)), t(lambda: M(len)), M(len, 'abc')(), t(lambda: M(len, 'abc', x=1)))
print(b.__get__(5) is b, t(lambda: b.nope), t(lambda: setattr(b, 'x', 1)))
print(repr(C.c).startswith('<bound method C.c of <class'), repr(b).startswith('<bound method C.f of <__main__.C object'))
print(t(lambda: staticmethod(5)()), staticmethod(len), classmethod(len), t(lambda: classmethod(5).__get__(1)()), staticmethod(C.f).__wrapped__ is C.f, staticmethod(C.f).__name__, classmethod(C.f).__qualname__)
sm = staticmethod(len); sm.x = 1; print(sm.__dict__.get('x'), sm.x)
class SM(staticmethod): pass
class D:
    @SM
    def f(): return 'sub static'
print(D.f(), D().f())
# properties as objects
p = property(lambda s: 1, None, None, 'doc'); print(p.fget(0), p.fset, p.fdel, p.__doc__, t(lambda: p.__set__(c, 1)), t(lambda: p.__delete__(c)), p.__get__(c), p.__get__(None, C) is p)
p2 = p.getter(lambda s: 2); print(p2.__get__(c), p2.__doc__, p2 is p); p2.__doc__ = 'new'; print(p2.__doc__)
print(t(lambda: property().fget), t(lambda: property(1).__get__(c)), p.__isabstractmethod__)
def getx(self): "getx doc"; return 5
class Pr:
    x = property(getx)
    y = property(getx, doc='other')
    z = property(fset=lambda s, v: None)
print(Pr.x.__doc__, Pr.y.__doc__, Pr.x.__name__, t(lambda: Pr().z), t(lambda: setattr(Pr(), 'x', 1)), t(lambda: delattr(Pr(), 'x')))
# cells
def outer():
    v = 1
    def inner(): return v
    def unset(): return w
    if 0: w = 2
    return inner, unset
i, u = outer(); cell = i.__closure__[0]; print(cell.cell_contents, t(lambda: u.__closure__[0].cell_contents), repr(cell)[:9], repr(u.__closure__[0])[-7:], type(cell)(5).cell_contents, type(cell)(5) == type(cell)(5), type(cell)() < type(cell)(1), t(lambda: type(cell)(1, 2)))
cell.cell_contents = 7; print(i()); del cell.cell_contents; print(t(i))
# mapping proxies
mp = C.__dict__; print('f' in mp, len(mp) > 3, mp['f'] is C.f, mp.get('zz'), mp.get('zz', 1), sorted(k for k in mp if not k.startswith('_')), t(lambda: mp['zz']), type(mp))
P = type(mp); q = P({'a': 1, 'b': 2}); print(q, q == {'a': 1, 'b': 2}, list(q), list(q.keys()), list(q.values()), list(q.items()), q | {'c': 3}, {'z': 0} | q, q.copy(), list(reversed(q)), str(q), t(lambda: P(5)), t(lambda: P([1])), t(lambda: hash(q)), t(lambda: P()))
def ior(x): x |= {}
print(t(lambda: ior(q)))
# modules
import sys
Mod = type(sys); m = Mod('name', 'the doc'); print(m, m.__doc__, m.__name__, m.__dict__['__package__'], t(lambda: m.x)); m.x = 5; print(m.x, t(lambda: delattr(m, 'y'))); del m.x; print(t(lambda: m.x), t(lambda: Mod()), t(lambda: Mod(5)))
m.__getattr__ = lambda n: 'dynamic ' + n; print(m.zork, t(lambda: Mod('e').y)); m.__dir__ = lambda: ['only']; print(dir(m))
m.__file__ = '/x/y.py'; print(m); m2 = Mod('k'); m2.__dict__.clear(); print(m2, t(lambda: m2.a)); print(Mod('ann').__annotations__)
class SubMod(Mod):
    @property
    def prop(self): return 'prop'
s = SubMod('sub'); s.y = 1; print(s.prop, s.y, s.__dict__['y'])
m.__class__ = SubMod; print(m.prop)
# calling with odd arguments
def g(*a, **k): return a, k
print(g(*(), **{}), g(*[1, 2], *'ab', **{'x': 1}, **{'y': 2}), t(lambda: g(**{1: 2})), t(lambda: g(*5)), t(lambda: g(**5)), t(lambda: g(x=1, **{'x': 2})))
print(t(lambda: print(**{'sep': 5})), t(lambda: 'a'.split(**{'sep': None})), t(lambda: len(*[1, 2])), t(lambda: [].append(*[])))
print(max(*[1, 5, 3]), max([1], key=lambda x: -x), max(1, 2, key=lambda x: -x), sorted([3, 1], reverse=True), t(lambda: sorted([1], nope=1)))
print(object() == object(), object().__eq__(1), object().__ne__(1), (lambda o: o == o)(object()), object().__lt__(1), t(lambda: object() < 1))
print(t(lambda: object().__class__.__class__), type(type(object())), t(lambda: None.__class__()), t(lambda: type(...)()), t(lambda: type(NotImplemented)()), t(lambda: type(...)(1)))
print(bool(NotImplemented) if False else None, None.__eq__(None), None.__ne__(1), hash(None) == hash(None), repr(...), str(NotImplemented), None.__str__())
class WithCall:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return self.f(*a)
    def __get__(self, o, t): return 'got' if o is None else lambda: 'bound'
class Uses: w = WithCall(len)
print(Uses.w, Uses().w(), WithCall(len)('abc'))
