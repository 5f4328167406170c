import sys
# class body exec with mapping, class-level comps and lambdas
class NS(dict):
    def __missing__(self, k):
        if k.startswith('auto'): return 'A:' + k
        raise KeyError(k)
exec("print(auto_x); y = auto_z; print(y)", {}, NS())
class M(type):
    @classmethod
    def __prepare__(m, n, b): return NS()
class A(metaclass=M):
    v = auto_thing
    l = [i for i in range(2)]
    def f(self): return __class__
print(A.v, A.l, A().f() is A)
class B:
    global gb
    gb = 5
    x: int
    def __init_subclass__(cls, **k): print('sub', cls.__name__, k)
class C(B, q=1): pass
print(gb)
def outer():
    __class__ = 'shadow'
    class D:
        def f(self): return __class__
    return D().f(), __class__
print(outer())
def sup():
    class P:
        def m(self): return 'P'
    class Q(P):
        def m(this, *a):
            return super().m() + str([super(Q, this).m() for _ in 'ab'])
        async def am(self): return super().m()
        def gm(self): yield super().m()
        m2 = lambda self: super().m()
        @property
        def pr(self): return super().m()
    q = Q()
    try: q.am().send(None)
    except StopIteration as e: print(e.value)
    print(q.m(), list(q.gm()), q.m2(), q.pr)
sup()
class NoSuper:
    def m(): 
        return super()
try: NoSuper.m()
except RuntimeError as e: print(e)
def fsup(x):
    return super()
try: fsup(1)
except RuntimeError as e: print(e)
class DelSelf:
    def m(self):
        del self
        return super()
try: DelSelf().m()
except RuntimeError as e: print(e)
print([x for x in (lambda: (1,2))()], (lambda *a, **k: (a, k))(*(1,), **{'z': 2}))
def gen():
    r = yield from sub()
    print('r', r)
    return r
def sub():
    try:
        x = yield 1
        print('x', x)
    except KeyError as e:
        print('KE', e)
        x = yield 'handled'
    return x
g = gen(); print(next(g)); print(g.throw(KeyError('k')))
try: g.send('v')
except StopIteration as e: print(e.value)
def retgen():
    return 1
    yield
print(list(retgen()))
def fin_gen():
    try:
        yield 1
    finally:
        print('fin')
for _ in fin_gen(): break
print(sys.version_info >= (3,13), __name__)
x = 0
def scope_default(a=x, *, b=(x := 7)): return a, b, x
print(scope_default())
def f(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return 'zero'
    else:
        return 'else'
    finally:
        if a == 99: return 'override'
print(f(1, 2), f(1, 0), f(99, 0))
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 2: break
        print(i, j, end=' ')
    else:
        print('|', end=' ')
        continue
    print('broke')
    break
else: print('never')
while True:
    try:
        try: break
        finally: print('inner')
    finally: print('outer')
with open(__file__) as fh, open(__file__) as fh2:
    print(len(fh.readline()), fh2.readline()[:6])
print(fh.closed)
def kw(**kwargs): return kwargs
print(kw(class_=1, **{'if': 2}), kw(**{}, a=1, **{'b': 2}))
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
print(*map(lambda p: p[0] ** p[1], [(2, 3), (4, .5)]), sep=', ')
matrix = [[1, 2], [3, 4]]
print([*zip(*matrix)], {**dict(a=1), 'b': [*range(2)]})
i = 5
i += (i := 3)
print(i)
lst = [1, 2, 3]
lst[(k := 1)] += k
print(lst)
def deco(*args):
    def d(f): f.args = args; return f
    return d
@deco(1, *[2, 3])
def decorated(): ...
print(decorated.args)
@(lambda c: c.__name__)
class Named: pass
print(Named)
try:
    exec("def f():\n  nonlocal q\n")
except SyntaxError as e: print(e)
print((yield_ := 3), [y for y in [1] if (t := y)], t)
def long_chain(x):
    if x == 0: return 'a'
    elif x == 1: return 'b'
    elif x == 2: pass
    else: return 'c'
    return 'd'
print([long_chain(i) for i in range(4)])
print(f"{'nested ' + f'{1 + 1:>{2 + 2}}'!r:*^20}", f"{3.14159:.2f} {255:#x} {'q':>4}{{}}", f"{x=} {x = !s} {1+1=:>5}")
def doc():
    """First.

        Indented.
    Back.
    """
print(repr(doc.__doc__))
print(doc.__code__.co_consts, long_chain.__code__.co_varnames, kw.__code__.co_flags)
