"$VIV" -c '
def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(e)
l = []
for i in range(100000): l = [l]
try: repr(l)
except RecursionError as e: print("repr", str(e)[:32])
m = []
for i in range(100000): m = [m]
try: print(l == m)
except RecursionError as e: print("compare", str(e)[:32])
class A:
    def __getattr__(self, n): return getattr(self, n)
try: A().x
except RecursionError as e: print(str(e)[:32])
class B:
    def __repr__(self): return repr(self)
try: repr(B())
except RecursionError as e: print(str(e)[:32])
class C:
    def __eq__(self, o): return self == o
try: C() == C()
except RecursionError as e: print(str(e)[:32])
class Node:
    def __init__(self, n): self.next = n
chain = None
for i in range(1000000): chain = Node(chain)
del chain
d = {}
for i in range(100000): d = {1: d}
t = ()
for i in range(100000): t = (t,)
try: hash(t)
except RecursionError: print("hash")
else: print("hash")
del l, m, d, t
print("freed")
g = iter([])
for i in range(20000): g = map(str, g)
del g
print("done")
' 2>&1
