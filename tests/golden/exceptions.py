def f(x):
    try:
        print("try", end=" ")
        if x == 1: raise ValueError("v")
        if x == 2: raise KeyError("k")
        if x == 3: return "returned"
        if x == 4: 1 / 0
    except ValueError as e:
        print("except", repr(e), end=" ")
        return "from except"
    except (KeyError, IndexError) as e:
        print("tuple", e, end=" ")
    else:
        print("else", end=" ")
    finally:
        print("finally", end=" ")
    return "end"
for i in range(4): print(f(i))
try:
    f(4)
except ZeroDivisionError as e:
    print(e, e.args, type(e).__mro__)
def swallow():
    for i in range(3):
        try:
            raise ValueError
        finally:
            if i == 1: break
            continue
    return i
print(swallow())
def override():
    try:
        return 1
    finally:
        return 2
print(override())
def nested():
    try:
        try:
            raise KeyError("inner")
        except KeyError:
            raise ValueError("outer")
        finally:
            print("f1")
    except ValueError as e:
        print(repr(e.__context__), e.__cause__, e.__suppress_context__)
        try:
            raise TypeError from e
        except TypeError as t:
            print(repr(t.__cause__), t.__context__ is e, t.__suppress_context__)
nested()
try:
    e
except NameError as n:
    print(n, n.name)
class Own(Exception):
    def __init__(self, a, b): super().__init__(a, b); self.b = b
try:
    raise Own(1, b=2)
except Own as o:
    print(o, repr(o), o.b, o.args)
for bad in (lambda: (_ for _ in ()).throw(5), lambda: exec("raise 5"), lambda: exec("raise int"), lambda: exec("raise ValueError from 5")):
    try:
        bad()
    except TypeError as e:
        print(e)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e)
import sys
try:
    raise LookupError("info")
except LookupError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1], sys.exception())
print(sys.exc_info())
def gen():
    try:
        yield 1
    except GeneratorExit:
        print("closing"); raise
    finally:
        print("gen finally")
g = gen(); next(g); g.close()
def reraise():
    try:
        raise OSError(2, "No such", "file.txt")
    except OSError as e:
        print(e.errno, e.strerror, e.filename, e, type(e).__name__)
        raise
try:
    reraise()
except FileNotFoundError as e:
    print("again", e.__traceback__.tb_lineno > 0)
print(str(KeyError("x")), str(KeyError(1, 2)), repr(ValueError()), str(ValueError()), ValueError("a") == ValueError("a"))
print(issubclass(FileNotFoundError, OSError), issubclass(KeyError, LookupError), issubclass(bool, int), IOError is OSError)
try:
    raise
except RuntimeError as e:
    print(e)
def deep(n):
    try:
        return deep(n + 1)
    except RecursionError as e:
        return str(e)
print(deep(0))
try:
    assert 1 == 2, ("tuple", "message")
except AssertionError as e:
    print(e.args)
try:
    [][0]
except Exception as e:
    e.add_note("a note")
    print(e.__notes__, e)
e1 = ValueError(1); e2 = ValueError(2)
try:
    try: raise e1
    except ValueError: raise e2
except ValueError as e: print(e.__context__ is e1)
print(StopIteration(5).value, SystemExit(3).code, ImportError("m", name="n").name, AttributeError("a", name="b", obj=1).obj)
try:
    "abc".encode("ascii").decode("utf-16")
    "é".encode("ascii")
except UnicodeError as e:
    print(e, type(e).__name__)
class Ctx:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("not called")
try:
    with Ctx(): pass
except ValueError as e: print(e)
try:
    with 5: pass
except TypeError as e: print(e)
