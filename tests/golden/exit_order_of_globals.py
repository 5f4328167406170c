import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, sys is None, print is None)
a = D('a'); b = D('b'); _p = D('_p')
c = D('cycle'); c.me = c
def f(): return a
lst = [D('l1'), D('l2')]
d = {'x': D('dx'), 'y': D('dy')}
def g():
    loc = [D('loc1'), D('loc2')]
    x = D('x'); y = D('y')
g()
t = (D('t1'), D('t2'))
del t
class C:
    attr = D('class attr')
    def __init__(self): self.z = D('z'); self.a = D('za')
o = C()
del o
print('end')
