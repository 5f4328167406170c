import sys
def a():
    try:
        raise ValueError(1)
    except ValueError:
        print(sys.exception())
        try:
            raise KeyError(2)
        except KeyError as k:
            print(sys.exception(), repr(k.__context__))
        print(sys.exception())
    print(sys.exception())
a()
def gen():
    print("in gen", sys.exception())
    try:
        raise KeyError("g")
    except KeyError:
        print("in gen2", sys.exception())
        yield 1
        print("in gen3", sys.exception())
    print("in gen4", sys.exception())
    yield 2
g = gen()
try:
    raise ValueError("outer")
except ValueError:
    next(g)
    print(sys.exception())
print(sys.exception())
next(g)
print(sys.exception())
def ctx():
    try:
        try:
            1/0
        except ZeroDivisionError:
            raise KeyError("x")
    except KeyError as e:
        print(repr(e.__context__), e.__cause__, e.__suppress_context__)
        return e
e = ctx()
print(e.__traceback__.tb_lineno, e.__traceback__.tb_frame.f_code.co_name, e.__traceback__.tb_next)
def frm():
    try:
        raise OSError("a") from None
    except OSError as e:
        print(e.__suppress_context__)
    try:
        raise OSError("a") from ValueError("c")
    except OSError as e:
        print(repr(e.__cause__))
    try:
        raise OSError from 5
    except TypeError as e:
        print(e)
    try:
        raise 5
    except TypeError as e:
        print(e)
    try:
        raise
    except RuntimeError as e:
        print(e)
    try:
        try: pass
        finally: undefined_name
    except NameError as e: print(e)
    try:
        try: raise ValueError
        except 5: pass
    except TypeError as e: print(e)
    try:
        print(loc)
        loc = 1
    except UnboundLocalError as e: print(e)
    def inner():
        return fv
    try: inner()
    except NameError as e: print(e)
    fv = 1
frm()
def f1():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally:
            print("fin", i)
    else: print("no")
    return 5
print(f1())
def f2():
    try: return 1
    finally: return 2
print(f2())
def f3():
    while True:
        try: return "r"
        finally: break
    return "after"
print(f3())
class CM:
    def __init__(self, n, sw=False): self.n=n; self.sw=sw
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, t, v, tb): print("exit", self.n, t and t.__name__); return self.sw
def w():
    with CM(1), CM(2, True) as c:
        print(c.n); raise ValueError
    with CM(3):
        return "ret"
print(w())
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
class Del:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def loc():
    a = Del("a"); b = Del("b"); c = Del("c")
loc()
def exc():
    d = Del("d")
    raise ValueError
try: exc()
except ValueError as e: print("handler")
print("end")
def u():
    try: a, b = 1, 2, 3
    except ValueError as e: print(e)
    try: a, b, c = [1,2]
    except ValueError as e: print(e)
    try: a, *b, c = [1]
    except ValueError as e: print(e)
    try: a, b = 5
    except TypeError as e: print(e)
    try: a, b = iter([1,2,3])
    except ValueError as e: print(e)
    a, *b = "hello"; print(a, b)
    *a, b = range(5); print(a, b)
    (a, b), c = (1, 2), 3; print(a,b,c)
    try: print([*5])
    except TypeError as e: print(e)
    try: print({**5})
    except TypeError as e: print(e)
    try: x = {}; x[[]]
    except TypeError as e: print(e)
    try: del zz
    except NameError as e: print(e)
u()
fr = sys._getframe(); print(fr.f_lineno, fr.f_code.co_name, fr.f_back)
def ff(): 
    x = 5
    return sys._getframe()
k = ff(); print(k.f_locals, k.f_lineno, k.f_back is fr)
def loc2():
    a = 1
    def inner(): return a
    b = [a for a in range(3)]
    return sorted(locals().items(), key=lambda p: p[0])[0:1], sorted(locals())
print(loc2())
class A:
    x = 1
    y = [v for v in range(2)]
    print(sorted(locals())[:3])
print(A.y)
exec("q = 5\nprint(q)"); print(eval("q+1"))
ns = {}; exec("def z(): return w\nw = 3", ns); print(ns['z']())
