import sys, weakref
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
x = D('x')
r = weakref.ref(x, lambda r: print('callback'))
sys.modules['extra'] = D('in modules')
y = D('y'); y.m = sys.modules
def gen():
    try: yield 1
    finally: print('gen closed')
g = gen(); next(g)
class E(Exception):
    def __del__(self): print('exc del')
try: raise E
except E as e: pass
def f():
    try: raise E
    except E: pass
f()
print('end')
z = D('resurrect')
class R:
    def __del__(self):
        global keep; keep = self; print('R')
r2 = R(); del r2; print('kept', keep is not None); del keep
