# What __complex__ may give.
def t(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


import warnings

warnings.simplefilter("ignore")
class A:
    def __init__(s, v): s.v = v
    def __complex__(s): return s.v
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
class CC(complex): pass
for v in ('x', 1.5, None, CC(1)):
    t(complex, A(v)); t(complex, 1, A(v)) ; t(complex, A(v), 2)
