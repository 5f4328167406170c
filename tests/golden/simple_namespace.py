# types.SimpleNamespace, which sys.implementation is made of.
import sys
SN = type(sys.implementation)
ns = SN(a=1, b="x")
print(ns, ns.a, ns == SN(a=1, b='x'), ns == SN(a=1), ns.__dict__)
ns.c = ns; print(ns)
del ns.a; print(ns.b, vars(ns)['b'])
class Sub(SN): pass
print(Sub(z=1), Sub({'q': 2}, r=3))
