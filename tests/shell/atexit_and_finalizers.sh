"$VIV" -c '
import atexit
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
@atexit.register
def first(): print("registered first, runs last")
atexit.register(print, "registered second")
a = A("a")
b = A("b")
l = [A("in list")]
cycle = A("cycle"); cycle.me = cycle
print("end of script")
'
"$VIV" -c '
class A:
    def __del__(self): print("del after exit")
a = A()
import sys
sys.exit(0)
'
