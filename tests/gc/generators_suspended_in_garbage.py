# Suspended generators in garbage: closing them lets go of their locals, but of their function only when they go.
import gc
gc.disable()
class F:
    pass
def t(f):
    gc.collect(); gc.collect()
    f()
    print(f.__name__, gc.collect())
def a():
    def g(): yield held
    held = [None]
    it = g(); next(it)
    x = F(); x.x = x; x.g = it
def b():
    def g(): yield 1
    it = g(); next(it)
    x = F(); x.x = x; x.g = it
def c():
    def g(h): yield h
    it = g([]); next(it)
    x = F(); x.x = x; x.g = it
def d():
    def g(): yield held
    held = []
    it = g()
    x = F(); x.x = x; x.g = it
def e():
    def g(h):
        yield h
    x = F(); x.x = x; 
    it = g(x); next(it)
    x.g = it
def f():
    def g(): yield x
    x = F()
    it = g(); next(it)
    x.g = it
def h():
    def g(): yield x
    x = F()
    x.g = g()
def i():
    x = F(); x.g = (y for y in [x]); next(x.g)
def j():
    x = F(); x.x = x; x.g = (y for y in [[]]); next(x.g)
def k():
    def g():
        try: yield held
        finally: pass
    held = [None]
    it = g(); next(it)
    x = F(); x.x = x; x.g = it
def l():
    def g():
        try: yield held
        finally: pass
    held = [None]
    it = g(); next(it)
    held.append(it)
def m():
    def g():
        yield held
    held = [None]
    it = g(); next(it)
    held.append(it)
for fn in (a,b,c,d,e,f,h,i,j,k,l,m): t(fn)
