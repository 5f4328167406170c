# What int, index, float, ~bool and NotImplemented warn about.
class T:
    def __int__(self): return True
    def __index__(self): return True
    def __trunc__(self): return 5
class F(float): pass
class G:
    def __float__(self): return F(2)
    def __trunc__(self): return 5
print(int(T()), [1,2][T()], float(G()), int(G()), ~True, ~False, bool(NotImplemented))
if NotImplemented: print('y')
import math; print(math.sqrt(G()))
def f(x): return ~x
for i in range(3): print(f(True))
print(f(False), ~True)
