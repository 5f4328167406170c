# Attribute lookups that must notice every change behind a cache.
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ': ' + str(e)
class A:
    x = 'class x'
    def m(self): return 'A.m'
def get(o): return t(lambda: o.x)
def getx(o): return o.x
def callm(o): return o.m()
def setx(o, v): o.x = v
a = A()
for i in range(30): getx(a); callm(a)
print(getx(a), callm(a))
a.x = 'inst x'; print(getx(a)); del a.x; print(getx(a))
A.x = 'changed'; print(getx(a))
A.m = lambda self: 'new m'; print(callm(a))
a.m = lambda: 'inst m'; print(callm(a)); del a.m; print(callm(a))
class P(A): pass
p = P()
for i in range(30): getx(p); callm(p)
A.x = 'via base'; print(getx(p)); P.x = 'own'; print(getx(p)); del P.x; print(getx(p))
P.m = lambda self: 'P.m'; print(callm(p), callm(a)); del P.m; print(callm(p))
class Data:
    def __get__(self, o, t): return 'data'
    def __set__(self, o, v): print('data set', v)
class NonData:
    def __get__(self, o, t): return 'nondata'
b = A(); b.x = 'inst'
for i in range(30): getx(b); setx(b, 'inst')
A.x = Data(); print(getx(b)); setx(b, 1); print(b.__dict__)
A.x = NonData(); print(getx(b)); setx(b, 2); print(getx(b))
A.x = property(lambda s: 'prop', lambda s, v: print('prop set', v)); print(getx(b)); setx(b, 3)
del A.x; print(getx(b))
# getattr added later
class G: pass
g = G()
for i in range(30): t(lambda: getx(g))
G.__getattr__ = lambda s, n: 'ga ' + n; print(getx(g))
G.__getattribute__ = lambda s, n: 'gab ' + n; print(getx(g)); del G.__getattribute__; print(getx(g)); del G.__getattr__; print(t(lambda: getx(g)))
G.__setattr__ = lambda s, n, v: print('setattr', n, v); setx(g, 1); del G.__setattr__; setx(g, 5); print(getx(g))
# class reassigned
class C1:
    def m(self): return 'C1'
    x = 'C1x'
class C2:
    def m(self): return 'C2'
    x = 'C2x'
c = C1(); c.v = 1
for i in range(30): getx(c); callm(c)
c.__class__ = C2; print(getx(c), callm(c), c.v); c.w = 2; print(c.__dict__)
# shapes: same names in other orders, deletions, dict access
class S:
    def __init__(self, order):
        for n in order: setattr(self, n, n + '!')
def all3(o): return o.a, o.b, o.c
objs = [S('abc'), S('cba'), S('bac'), S('cab')]
for i in range(20):
    for o in objs: all3(o)
print([all3(o) for o in objs], [list(vars(o)) for o in objs])
o = S('abc'); del o.b; o.b = 'again'; print(all3(o), list(o.__dict__)); o.__dict__['a'] = 'direct'; print(all3(o)); o.__dict__ = {'a': 1, 'b': 2, 'c': 3}; print(all3(o))
o.__dict__.clear(); print(t(lambda: all3(o)))
d = o.__dict__; d[1] = 'int key'; d['a'] = 'A'; print(o.a, d); o.b = 'B'; print(d)
class K(str):
    def __eq__(self, other): return str.__eq__(self, other)
    __hash__ = str.__hash__
d[K('kk')] = 'subclass key'; print(o.kk, t(lambda: setattr(o, K('zz'), 26)), o.zz)
print(t(lambda: getattr(o, K('a'))), getattr(o, 'a' + ''.join(['b'])[1:]))
# many attributes
class Many: pass
m = Many()
for i in range(200): setattr(m, 'n%d' % i, i)
print(sum(getattr(m, 'n%d' % i) for i in range(200)), len(vars(m)))
for i in range(0, 200, 2): delattr(m, 'n%d' % i)
print(len(vars(m)), m.n1, t(lambda: m.n0))
ms = [Many() for i in range(100)]
for i, x in enumerate(ms): setattr(x, 'u%d' % i, i)
print(sum(getattr(x, 'u%d' % i) for i, x in enumerate(ms)))
# slots
class Sl:
    __slots__ = ('x', 'y')
s = Sl(); s.x = 1
for i in range(30): getx(s); setx(s, i)
print(getx(s)); del s.x; print(t(lambda: getx(s))); setx(s, 9); print(getx(s))
Sl.x = 'gone'; print(getx(s), t(lambda: setx(s, 1)))
# modules
import sys
def maxs(): return sys.maxunicode
for i in range(30): maxs()
sys.maxunicode = 5; print(maxs())
def readg(): return GLOB
GLOB = 1
for i in range(30): readg()
GLOB = 2; print(readg()); globals()['GLOB'] = 3; print(readg()); del GLOB; print(t(readg))
import builtins
def readlen(): return len([1, 2])
for i in range(30): readlen()
builtins.len = lambda x: 'patched'; print(readlen()); len = lambda x: 'global'; print(readlen()); del len; 
del builtins.len; print(t(readlen))
# super and changes of the MRO
class Base:
    def f(self): return 'Base'
class Mid(Base):
    def f(self): return 'Mid>' + super().f()
class Leaf(Mid):
    def f(self): return 'Leaf>' + super().f()
l = Leaf()
for i in range(30): l.f()
print(l.f())
class Other:
    def f(self): return 'Other'
Mid.__bases__ = (Other,); print(l.f()); Mid.f = lambda self: 'patched'; print(l.f()); del Mid.f; print(l.f())
# calls of classes
class Ctor:
    def __init__(self, v): self.v = v
def mk(): return Ctor(1).v
for i in range(30): mk()
Ctor.__init__ = lambda self, v: setattr(self, 'v', v * 10); print(mk())
Ctor.__new__ = lambda cls, v: object.__new__(cls); print(mk())
Ctor.__new__ = staticmethod(lambda cls, v: Base2()); 
class Base2: v = 'other type'
print(mk())
class Len:
    def __len__(self): return 3
    def __bool__(self): return False
n = Len()
def truth(o): return bool(o), len(o) if hasattr(o, '__len__') else None
