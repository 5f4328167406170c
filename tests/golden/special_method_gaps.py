# Special methods that are there by half, and arguments of the wrong kind: in whose words they are refused.
class A(bytes):
    def __repr__(self): return 'mine'
class B(bytearray): pass
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
for x in (b'x', bytearray(b'x'), A(b'x'), B(b'x'), 'x', type('S', (str,), {'__repr__': lambda s: 'S!'})('x')):
    t(int, x); t(int, x, 5); t(float, x); t(complex, x)
for x in (object(), 5, 'a', [], 1.5, None): t(x.__format__, None); t(x.__format__, 5); t(format, x, None)
class S(str): pass
for s in ('abc', 'é', '', S('abc'), S('é')): print(type(iter(s)).__name__, list(iter(s)))
class D:
    def __delitem__(self, k): print('del', k)
class E:
    def __setitem__(self, k, v): print('set', k, v)
class F(list):
    def __delitem__(self, k): print('del', k)
class G:
    def __delete__(self, o): print('delete')
class H:
    def __set__(self, o, v): print('set')
class I:
    g = G(); h = H()
    def __setattr__(self, n, v): print('setattr', n); object.__setattr__(self, n, v)
class J(dict):
    __setitem__ = None
def s(x):
    try: x[0] = 1; print('ok')
    except Exception as e: print(type(e).__name__, e, e.args, getattr(e, 'name', 'q'))
def d(x):
    try: del x[0]; print('ok')
    except Exception as e: print(type(e).__name__, e, e.args)
for c in (D, E, F, G, J): s(c()); d(c())
i = I()
for f in ("i.g = 1", "del i.g", "i.h = 1", "del i.h", "del i.zz"):
    try: exec(f)
    except Exception as e: print(f, type(e).__name__, e, e.args)
class P:
    def __rpow__(self, o, m=None): return 'rpow'
class Q:
    def __pow__(self, o, m=None): return 'pow'
class R:
    def __ipow__(self, o): return 'ipow'
for x in (P, Q, R):
    t(pow, x(), 2); t(pow, x(), 2, 3); t(pow, 2, x()); t(pow, 2, x(), 3); t(pow, 2, 3, x()); t(lambda: x() ** 2); t(lambda: 2 ** x())
    try:
        v = x(); v **= 2; print(v)
    except Exception as e: print(type(e).__name__, e)
class BY:
    def __init__(s, v): s.v = v
    def __iter__(self): return self.v
for v in (NotImplemented, None, 5, [1], iter([1, 2])):
    t(bytes, BY(v)); t(bytearray, BY(v)); t(list, BY(v)); t(tuple, BY(v)); t(set, BY(v)); t(lambda: b''.join(BY(v)))
class BY2:
    __iter__ = None
t(bytes, BY2()); t(list, BY2()); t(iter, BY2()); t(lambda: 5 in BY2()); t(bytearray, BY2())
