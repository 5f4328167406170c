class D:
    def __init__(self, n, *kids): self.n = n; self.kids = kids
    def __del__(self): print('del', self.n, end=' ')
class Q: pass
keep = [Q() for i in range(3000)]
tree = D('root', D('left', D('ll'), D('lr')), D('right'))
lst = [D(i) for i in range(40)]
class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def __del__(self): print('stack')
s = Stack()
for i in range(3): s.push(D('s%d' % i))
class Acc:
    total = D('cls')
    def __init__(self): self.log = D('log')
acc = Acc()
def main():
    global g1, g2
    g1 = D('g1'); g2 = [D('g2')]
    x = D('local')
main()
