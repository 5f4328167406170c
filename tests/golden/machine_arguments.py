import sys
def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)
def f(a, b, c=3, *, d, e=5): return (a,b,c,d,e)
def g(a, /, b, *args, c, **kw): return (a,b,args,c,kw)
def h(x): return x
def n(): return 1
def p(a, b, /): return a
def alpha(first, second=2, third=3): return first
t(f); t(f,1); t(f,1,2); t(f,1,2,3,4); t(f,1,2,3,4,d=1); t(f,1,2,d=4); t(f,1,2,d=4,x=5); t(f,a=1,b=2,d=3)
t(f,1,2,3,4,5,6,d=1,e=2); t(f,1,a=1,d=3); t(g,1,2,3,c=4,z=9); t(g,a=1,b=2,c=3); t(g,1,b=2,c=3,a=7)
t(h); t(h,1,2); t(n,1); t(n,x=1); t(p,1); t(p,a=1,b=2); t(p,1,b=2); t(alpha, frist=1); t(alpha, 1, secnd=3); t(alpha,1,zzzzzz=3)
t(lambda: (lambda x, y: 0)(1))
class C:
    def m(self, a): return a
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return a
t(C().m); t(C().m,1,2); t(C.s); t(C.c); t(C.m); t(C, 1)
class D:
    def __init__(self, a): self.a=a
t(D); t(D,1,2); t(D, b=1)
class E_:
    def __init__(self): return 5
t(E_)
t(f, **{'a':1,'b':2,'d':3,'q':1}); t(lambda: h(**{1:2})); t(lambda: h(*5)); t(lambda: h(**5)); t(lambda: h(*[1], **{'x':1}))
t(lambda: h(**{'x':1}, **{'x':2}))
print(f.__defaults__, f.__kwdefaults__, f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__code__.co_varnames, f.__closure__, f.__annotations__, f.__dict__, f.__type_params__)
f.__defaults__ = (9,8,7); t(f, d=1)
try: f.__defaults__ = 5
except TypeError as e: print(e)
try: f.__code__ = 5
except TypeError as e: print(e)
try: f.__name__ = 5
except TypeError as e: print(e)
try: f.__globals__ = {}
except AttributeError as e: print(e)
try: f.__kwdefaults__ = 5
except TypeError as e: print(e)
try: f.__dict__ = 5
except TypeError as e: print(e)
f.x = 1; print(f.x, f.__dict__); del f.x
try: f.x
except AttributeError as e: print(e)
def outer():
    v = 1
    def inner(): return v
    return inner
i = outer(); print(i.__closure__[0].cell_contents, i.__qualname__, i.__code__.co_freevars)
def rec(n): return rec(n+1)
t(rec, 0)
depth = 0
def rec2():
    global depth
    depth += 1
    rec2()
try: rec2()
except RecursionError: print("depth", depth)
print(sys.getrecursionlimit())
def gen():
    x = yield 1
    print("got", x)
    try:
        y = yield 2
    except ValueError as e:
        print("ve", e)
        y = 7
    return y
g1 = gen(); print(next(g1), g1.send(5)); 
try: g1.throw(ValueError("boo"))
except StopIteration as e: print("stop", e.value)
t(next, g1)
g2 = gen(); t(g2.send, 4); 
def self_gen():
    yield next(me)
me = self_gen(); t(next, me)
def si():
    yield 1
    raise StopIteration(5)
g3 = si(); next(g3); t(next, g3)
def ig():
    try: yield 1
    except GeneratorExit: yield 2
g4 = ig(); next(g4); t(g4.close)
def yf():
    r = yield from gen()
    print("r", r)
    yield from [10,20]
    return 3
print(list(yf()))
g5 = gen(); print(g5.gi_frame is not None, g5.gi_running, g5.gi_suspended, g5.gi_yieldfrom, g5.gi_code.co_name); next(g5); print(g5.gi_suspended); g5.close(); print(g5.gi_frame)
def fin():
    try: yield 1
    finally: print("finally run")
g6 = fin(); next(g6); del g6
g7 = fin(); next(g7); print(g7.close())
def ret():
    try: yield 1
    except GeneratorExit: return 42
g8 = ret(); next(g8); print(g8.close())
t(gen().throw, ValueError("start")); t(gen().throw, 5); t(gen().throw, ValueError, "v")
