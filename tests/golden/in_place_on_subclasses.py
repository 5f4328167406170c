# += and *= on subclasses of sequences: the inherited __iadd__ comes before any __add__ or __radd__.
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
class X:
    def __radd__(s, o): print('radd'); return 'radd'
    def __rmul__(s, o): print('rmul'); return 'rmul'
class XN:
    def __radd__(s, o): print('radd'); return NotImplemented
    def __rmul__(s, o): print('rmul'); return NotImplemented
def iadd(a, b): a += b; return a
def imul(a, b): a *= b; return a
add = lambda a, b: a + b
mul = lambda a, b: a * b
for base, init in ((list, [1]), (bytearray, b'x'), (tuple, (1,)), (str, 'x'), (bytes, b'x')):
    class L(base): pass
    class LA(base):
        def __add__(s, o): print('add', type(o).__name__); return 'add'
        def __mul__(s, o): print('mul', type(o).__name__); return 'mul'
    class LR(base):
        def __radd__(s, o): print('LR.radd', type(o).__name__); return 'LR'
    class LI(base):
        def __iadd__(s, o): print('iadd', type(o).__name__); return NotImplemented
        def __imul__(s, o): print('imul', type(o).__name__); return NotImplemented
    class LS(LA): pass
    for c in (base, L, LA, LR, LI, LS):
        for o in (X(), XN(), init, 2, 1j, L(init), LR(init), 'q', None):
            for f in (add, iadd, mul, imul):
                a = c(init)
                print(c.__name__, type(o).__name__, end=' ')
                t(f, a, o)
