class D:
    def __init__(self, n, *kids): self.n = n; self.kids = kids
    def __del__(self): print('del', self.n)
tree = D('root', D('left', D('ll'), D('lr')), D('right'))
lst = [D(i) for i in range(4)]
pair = (D('p1'), D('p2'))
d = {'k': D('dv'), 'l': [D('dl')]}
class N:
    def __init__(self, v, nxt): self.v = v; self.nxt = nxt
    def __del__(self): print('node', self.v)
head = None
for i in range(4): head = N(i, head)
a = D('a'); b = D('b', a); a.b = b
def f(): return lst
s = {D('set')}
