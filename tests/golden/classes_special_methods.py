# Every operator of a class written in Python: plain, reflected, in place, and who is asked first.
class Log:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name

ops = ['add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and', 'xor', 'or', 'divmod']
for op in ops:
    def make(op):
        def plain(self, other): return f'{op}({self!r}, {other!r})'
        def reflected(self, other): return f'r{op}({self!r}, {other!r})'
        def inplace(self, other): return f'i{op}({self!r}, {other!r})'
        return plain, reflected, inplace
    p, r, i = make(op)
    setattr(Log, f'__{op}__', p)
    setattr(Log, f'__r{op}__', r)
    if op != 'divmod': setattr(Log, f'__i{op}__', i)

a, b = Log('a'), Log('b')
print(a + b, a - b, a * b, a @ b, a / b, a // b, a % b, a ** b, a << b, a >> b, a & b, a ^ b, a | b, divmod(a, b))
print(1 + b, 1 - b, 1 * b, 1 @ b, 1 / b, 1 // b, 1 % b, 1 ** b, 1 << b, 1 >> b, 1 & b, 1 ^ b, 1 | b, divmod(1, b))
print(a + 1, [] + b if False else [1] * b)
x = a; x += 1; print(x)
x = a; x -= 1; print(x)
x = a; x *= 1; print(x)
x = a; x @= 1; print(x)
x = a; x /= 1; print(x)
x = a; x //= 1; print(x)
x = a; x %= 1; print(x)
x = a; x **= 1; print(x)
x = a; x <<= 1; print(x)
x = a; x >>= 1; print(x)
x = a; x &= 1; print(x)
x = a; x ^= 1; print(x)
x = a; x |= 1; print(x)

class Sub(Log): pass
class Over(Log):
    def __radd__(self, other): return f'Over.radd({other!r})'
print(a + Sub('s'), a + Over('o'), Over('o') + a)

class Not:
    def __add__(self, other): return NotImplemented
    def __radd__(self, other): return NotImplemented
    def __iadd__(self, other): return NotImplemented
    def __eq__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
n = Not()
t(lambda: n + 1)
t(lambda: 1 + n)
t(lambda: n + n)
t(lambda: n - n)
t(lambda: -n)
t(lambda: +n)
t(lambda: ~n)
t(lambda: abs(n))
t(lambda: n == 1)
t(lambda: n != 1)
t(lambda: n < 1)
t(lambda: n > 1)
t(lambda: n <= n)
def iadd(x):
    x += 1
    return x
t(lambda: iadd(n))
t(lambda: iadd(None))
def ipow(x):
    x **= 2
    return x
t(lambda: ipow('a'))
t(lambda: n[1])
t(lambda: n.__getitem__)
def setitem(o): o[1] = 2
def delitem(o): del o[1]
t(lambda: setitem(n))
t(lambda: delitem(n))
t(lambda: setitem(5))
t(lambda: delitem('abc'))
t(lambda: len(n))
t(lambda: iter(n))
t(lambda: 1 in n)
t(lambda: n())
t(lambda: int(n))
t(lambda: float(n))
t(lambda: [1][n])
t(lambda: hash(n))
t(lambda: {n: 1})
t(lambda: next(n))
t(lambda: reversed(n))
t(lambda: pow(n, 1))
t(lambda: pow(n, 1, 2))
t(lambda: pow('a', 1, 2))
t(lambda: 'a' + 1)
t(lambda: 1 + 'a')
t(lambda: [1] + (1,))
t(lambda: 'a' * 'b')
t(lambda: 'a' * 1.5)
t(lambda: 1.5 * 'a')
t(lambda: [1] * None)
t(lambda: None < None)
t(lambda: 1 < 'a')
t(lambda: [] < ())
t(lambda: {} < {})
t(lambda: object() < object())
t(lambda: int[0])
t(lambda: len(5))
t(lambda: (5)['a'] if False else None)
t(lambda: 3 in 5)
t(lambda: [*5])
t(lambda: print >> 5)
t(lambda: divmod('a', 'b'))

class Bad:
    def __bool__(self): return 1
    def __len__(self): return 'x'
    def __hash__(self): return 'h'
    def __repr__(self): return 5
    def __str__(self): return 6
    def __iter__(self): return 7
    def __index__(self): return 'i'
    def __int__(self): return 'n'
    def __float__(self): return 'f'
    def __contains__(self, x): return [1]
    def __format__(self, spec): return 8
    def __bytes__(self): return 9
    def __init__(self): pass
    def __length_hint__(self): return -1
b = Bad()
t(lambda: bool(b))
t(lambda: len(b))
t(lambda: hash(b))
t(lambda: repr(b))
t(lambda: str(b))
t(lambda: iter(b))
t(lambda: list(b))
t(lambda: [1, 2][b])
t(lambda: int(b))
t(lambda: float(b))
t(lambda: 1 in b)
t(lambda: format(b))
t(lambda: f'{b}')
class NegLen:
    def __len__(self): return -1
class BigLen:
    def __len__(self): return 2**70
class FloatLen:
    def __len__(self): return 1.5
t(lambda: len(NegLen()))
t(lambda: len(BigLen()))
t(lambda: len(FloatLen()))
t(lambda: bool(NegLen()))
class BadInit:
    def __init__(self): return 5
t(lambda: BadInit())
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(bool(Len(0)), bool(Len(2)), not Len(0))
class HashBig:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
print(hash(HashBig(-1)), hash(HashBig(2**61 - 1)), hash(HashBig(2**64)), hash(HashBig(True)))
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * 10
print(list(Seq()), 20 in Seq(), 21 in Seq(), [*Seq()], tuple(Seq()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), max(It()), 2 in It())
class Box:
    def __init__(self): self.d = {}
    def __setitem__(self, k, v): self.d[k] = v
    def __getitem__(self, k): return self.d[k]
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __call__(self, *a, **k): return a, k
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __round__(self, n=None): return ('round', n)
    def __index__(self): return 1
    def __enter__(self): return 'enter'
    def __exit__(self, *a): print('exit', a[0]); return True
    def __reversed__(self): return 'rev'
x = Box()
x['a'] = 1; x[1:2] = 'slice'
print(x['a'], x[1:2], 'a' in x, 'b' in x, x(1, b=2), -x, +x, ~x, abs(x), round(x), round(x, 2), [5, 6][x], reversed(x))
del x['a']; print('a' in x)
with x as y:
    print(y)
    raise ValueError
class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return 'le'
print(Cmp(1) == Cmp(1), Cmp(1) != Cmp(1), Cmp(1) < Cmp(2), Cmp(1) > Cmp(2), Cmp(1) <= Cmp(2), Cmp(1) >= Cmp(2))
t(lambda: hash(Cmp(1)))
print(Cmp.__hash__)
class SubCmp(Cmp):
    def __gt__(self, o): return 'SubCmp.gt'
print(Cmp(1) < SubCmp(2), sorted([Cmp(3), Cmp(1)], key=lambda c: c.v)[0].v)
