import gc
class D:
    def __init__(self, n, *kids): self.n = n; self.kids = kids
    def __del__(self): print('del', self.n)
tree = D('root', D('left', D('ll'), D('lr')), D('right'))
lst = [D(i) for i in range(4)]
gc.collect()
pair = (D('p1'), D('p2'))
t2 = D('root2', D('left2', D('ll2'), D('lr2')), D('right2'))
