def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S(); print(s.a, S.a, S.__slots__)
t(lambda: s.b)
t(lambda: setattr(s, 'c', 1))
t(lambda: s.__dict__)
t(lambda: s.c)
t(lambda: delattr(s, 'b'))
del s.a
t(lambda: s.a)
class S2(S):
    __slots__ = ['c', '__dict__']
x = S2(); x.c = 3; x.zz = 4; print(x.a, x.c, x.__dict__)
class S3(S): pass
y = S3(); y.q = 1; print(y.a, y.q, y.__dict__)
class S4(S2): __slots__ = ()
z = S4(); z.c = 5; z.n = 6; print(z.c, z.n)
t(lambda: type('X', (S,), {'__slots__': 5}))
t(lambda: type('X', (), {'__slots__': (5,)}))
t(lambda: type('X', (), {'__slots__': ('1a',)}))
t(lambda: type('X', (), {'__slots__': ('a', '__dict__', '__dict__')}))
t(lambda: type('X', (S3,), {'__slots__': ('__dict__',)}))
t(lambda: type('X', (S3,), {'__slots__': ('__weakref__',)}))
t(lambda: type('X', (), {'__slots__': ('a',), 'a': 1}))
t(lambda: type('X', (int,), {'__slots__': ('a',)}))
t(lambda: type('X', (tuple,), {'__slots__': ('a',)}))
t(lambda: type('X', (bytes,), {'__slots__': ('a',)}))
print(type('X', (int,), {'__slots__': ()})(5) + 1, type('X', (str,), {'__slots__': ('a',)})('abc'))
class One: __slots__ = 'name'
o = One(); o.name = 1; print(One.__slots__, o.name)
class L1(list): __slots__ = ('tag',)
l = L1([1]); l.tag = 't'; print(l, l.tag)
t(lambda: setattr(l, 'other', 1))
class A1: __slots__ = ('x',)
class B1: __slots__ = ('y',)
t(lambda: type('C1', (A1, B1), {}))
class E1: __slots__ = ()
class C2(A1, E1): __slots__ = ()
c = C2(); c.x = 1; print(c.x)
class Mangled:
    __slots__ = ('__priv',)
    def __init__(self): self.__priv = 7
    def get(self): return self.__priv
print(Mangled().get(), [n for n in Mangled.__dict__ if 'priv' in n])
class Str(str):
    __slots__ = ('u', 'v')
q = Str('héllo'); q.u = 1; q.v = [2]; print(q, q.u, q.v)
class Str2(Str): pass
q = Str2('x' * 100); q.u = 1; q.v = [2]; q.w = 3; print(len(q), q.u, q.v, q.w, q.__dict__)
class Tup(tuple): pass
w = Tup((1, 2, 3)); w.a = 1; w.b = 'x'; print(w, w.a, w.b, w.__dict__)
class By(bytes): pass
w = By(b'abc'); w.a = 1; print(w, w.a)
class I(int): pass
for n in (0, 5, -1, 10**30):
    i = I(n); i.a = n; print(i, i.a, i == n, hash(i) == hash(n), type(i).__name__, i + 0)
class F(float): pass
f = F(1.5); f.a = 2; print(f, f.a, f * 2)
class Dct(dict):
    def __missing__(self, k): return 'missing ' + k
d = Dct(a=1); d.z = 2; print(d, d.z, d['q'], d.get('q'))
class St(set): pass
v = St([1]); v.z = 1; v.add(2); print(v, v.z)
class Ex(ValueError):
    def __init__(self, a, b): super().__init__(a); self.b = b
e = Ex(1, 2); e.c = 3; print(e, e.args, e.b, e.c, e.__dict__, repr(e))
class Fn:
    pass
obj = Fn()
for i in range(100): setattr(obj, 'a%d' % i, i)
print(len(obj.__dict__), obj.a0, obj.a99, list(obj.__dict__)[:3])
obj = Fn()
obj.a, obj.b, obj.c, obj.d = 1, 2, 3, 4
del obj.b; print(obj.__dict__); obj = Fn(); obj.a, obj.b, obj.c, obj.d = 1, 2, 3, 4
del obj.a; obj.e = 5; print(obj.a if hasattr(obj, 'a') else 'no a', obj.b, obj.c, obj.d, obj.e)
obj.a = 6; print(vars(obj))
dd = obj.__dict__; dd['new'] = 1; print(obj.new); obj.more = 2; print(dd)
del obj.new; print(dd); dd.clear()
t(lambda: obj.a)
import weakref
t(lambda: weakref.ref(S()))
t(lambda: weakref.ref(I(5)))
class W: __slots__ = ('__weakref__',)
t(lambda: weakref.ref(W()) is not None)
