def t(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ': ' + str(e)
# conversions
class Idx:
    def __index__(self): return 5
class Int:
    def __int__(self): return 7
class Flt:
    def __float__(self): return 2.5
class Trunc:
    def __trunc__(self): return 9
class Cplx:
    def __complex__(self): return 1j
class Byt:
    def __bytes__(self): return b'xyz'
print(int(Idx()), int(Int()), float(Flt()), float(Idx()), complex(Cplx()), bytes(Byt()), hex(Idx()), bin(Idx()), oct(Idx()), range(Idx()), 'abcdefgh'[Idx()], [0] * Idx(), chr(Idx()), round(2.123456, Idx()))
print(t(lambda: int(Trunc())), t(lambda: int(Flt())), t(lambda: float(Int())), t(lambda: range(Int())), t(lambda: complex('x')))
class Fmt:
    def __format__(self, s): return f'<{s}>'
print(f'{Fmt():abc}', format(Fmt(), ''), '{:>5}'.format(Fmt()), f'{Fmt()!r:.3}'[:3])
class Strs:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
print(Strs(), [Strs()], f'{Strs()}{Strs()!r}{Strs()!s}{Strs()=}', '%s %r' % (Strs(), Strs()), ascii(Strs()))
class OnlyRepr:
    def __repr__(self): return 'only'
print(str(OnlyRepr()), f'{OnlyRepr():>6}' if False else t(lambda: f'{OnlyRepr():>6}'))
class Hint:
    def __length_hint__(self): return 10
    def __iter__(self): return iter((1, 2))
print(list(Hint()))
class Rev:
    def __len__(self): return 3
    def __getitem__(self, i): return i * i
print(list(reversed(Rev())), list(Rev())[:5] if False else None)
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): return None
with Ctx() as c: print(type(c).__name__)
class NoExit:
    def __enter__(self): return 1
def w(o):
    with o: pass
print(t(lambda: w(NoExit())), t(lambda: w(5)))
class Abs:
    def __abs__(self): return 1
    def __round__(self, n=None): return n
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
import math
print(abs(Abs()), round(Abs()), round(Abs(), 3), math.floor(Abs()), math.ceil(Abs()))
class Dm:
    def __divmod__(self, o): return 'dm'
    def __rdivmod__(self, o): return 'rdm'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o, m=None): return ('rpow', o, m)
print(divmod(Dm(), 1), divmod(1, Dm()), Dm() ** 2, 2 ** Dm(), pow(Dm(), 2, 3), t(lambda: pow(2, Dm(), 3)))
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return 'C%d' % self.v
l = [Cmp(3), Cmp(1), Cmp(2)]
print(sorted(l), min(l), max(l)); l.sort(reverse=True); print(l)
class EqAll:
    def __eq__(self, o): return True
    def __hash__(self): return 1
print(EqAll() in [1], [1].index(EqAll()), [1, 2].count(EqAll()), {EqAll(): 1}.get(EqAll()), EqAll() != 5, 5 == EqAll())
class Truthy:
    def __bool__(self): print('bool asked'); return True
if Truthy(): print('yes')
print(not Truthy(), Truthy() and 1, (Truthy() or 2).__class__.__name__, bool(Truthy()), [x for x in [Truthy()] if x] != [])
class Missing(dict):
    def __missing__(self, k): return k * 2
print(Missing()['ab'], t(lambda: {}['ab']))
class Call:
    def __call__(self, a, /, b, *c, d=4, **e): return a, b, c, d, e
print(Call()(1, 2, 3, d=5, z=6), Call().__call__(1, 2), t(lambda: Call()()), callable(Call()), callable(5))
class Await:
    def __await__(self): yield 1
async def co(): await Await()
print(co().send(None))
class AIter:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
async def loop():
    r = []
    async for x in AIter(): r.append(x)
    return r
try: loop().send(None)
except StopIteration as e: print(e.value)
class Bufs:
    def __class_getitem__(cls, k): return k
    def __init_subclass__(cls): cls.reg = True
print(Bufs['k'], type('BS', (Bufs,), {}).reg)
class In:
    def __contains__(self, x): return x
print(1 in In(), 0 in In(), [] not in In(), 'a' in In())
class NoneOps:
    __iter__ = None
    __contains__ = None
    __hash__ = None
    __add__ = None
    __len__ = None
print(t(lambda: iter(NoneOps())), t(lambda: 1 in NoneOps()), t(lambda: hash(NoneOps())), t(lambda: NoneOps() + 1), t(lambda: len(NoneOps())))
class InPlace:
    def __init__(self): self.l = []
    def __iadd__(self, o): self.l.append(o); return self
    def __imul__(self, o): return 'replaced'
i = InPlace(); j = i; i += 1; i += 2; print(i is j, i.l); i *= 3; print(i)
l = [1]; m = l; l += (2, 3); l *= 2; print(m)
tup = ([],)
print(t(lambda: tup.__setitem__(0, 1)))
try: tup[0] += [1]
except TypeError as e: print(e, tup)
class GetSet:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
g = GetSet(); print(g[1:2:3], g[..., 1], g[()], g['a', 1:2]); g[1] = 2; g[1:2] = 3; del g[5]; g['x'] += 'y'
print(t(lambda: (1).__class__.__name__), (5).__add__.__call__(6), type(5).__add__(5, 6), int.__call__('7') if False else None)
print([].__class__, [].__doc__[:8], (lambda: 0).__name__, t(lambda: (lambda: 0)(1)))
print(object.__subclasshook__(1), object().__dir__()[:3] != [], type(object().__reduce_ex__))
print(type.__prepare__(), type.__instancecheck__(int, 5), int.__subclasscheck__(bool), type.mro(bool))
def f(x, y=2, *a, z, **k): "doc"; return x
print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__module__, f.__qualname__, f.__annotations__, f.__dict__, f.__closure__)
f.attr = 1; print(f.attr, f.__dict__, vars(f)); f.__name__ = 'g'; print(f.__name__, f.__qualname__)
print(t(lambda: setattr(f, '__name__', 5)), t(lambda: setattr(f, '__defaults__', 5)), t(lambda: f.nope), t(lambda: delattr(f, 'nope')))
