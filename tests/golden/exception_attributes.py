def tries(*calls):
    for call in calls:
        try: print(call())
        except (TypeError, AttributeError, ValueError, RuntimeError) as e: print(type(e).__name__, e)
def set_(o, n, v): setattr(o, n, v)
e = ValueError("a", 2)
print(e.args, e.__traceback__, e.__context__, e.__cause__, e.__suppress_context__, e.__dict__)
e.args = [1, 2]; print(e.args, str(e), repr(e)); e.args = (); print(str(e) == "", repr(e))
e.__context__ = KeyError("c"); e.__cause__ = TypeError("t"); print(repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
e.__suppress_context__ = False; e.__cause__ = None; e.__context__ = None; print(e.__cause__, e.__suppress_context__)
e.extra = 5; print(e.__dict__, e.__reduce__()[2]); e.__dict__ = {"n": 1}; print(e.n)
e.__setstate__({"m": 2}); print(e.m); e.__setstate__(None)
tries(lambda: set_(e, "args", 5), lambda: delattr(e, "args"), lambda: set_(e, "__traceback__", 5), lambda: delattr(e, "__traceback__"), lambda: set_(e, "__context__", 5), lambda: delattr(e, "__context__"), lambda: set_(e, "__cause__", 5), lambda: delattr(e, "__cause__"), lambda: set_(e, "__suppress_context__", 5), lambda: delattr(e, "__suppress_context__"), lambda: set_(e, "__dict__", 5), lambda: e.add_note(5), lambda: e.with_traceback(5), lambda: e.__setstate__(5), lambda: ValueError(x=1), lambda: BaseException(x=1), lambda: e.nothing)
e.__notes__ = 5
tries(lambda: e.add_note("x"))
del e.__notes__; e.add_note("n1"); e.add_note("n2"); print(e.__notes__)
print(OSError(1, "a", "f").filename, OSError(1, "a", "f", None, "g"), OSError("only"), OSError(2, "x"), type(OSError(13, "p")).__name__, OSError(1, "a", "f").args, OSError().errno, type(OSError(32, "x")).__name__)
class MyOS(OSError):
    def __init__(self, a, b): super().__init__(a, b); self.mine = 1
print(MyOS(2, "t"), type(MyOS(2, "t")).__name__, MyOS(2, "t").errno)
o = OSError(1, "x"); o.errno = 5; o.filename = "zz"; print(o, o.strerror)
tries(lambda: OSError(1, "a", x=1), lambda: o.characters_written)
print(SystemExit().code, SystemExit(1, 2).code, StopIteration().value, StopIteration(1, 2).value, KeyError("k"), KeyError("a", "b"), KeyError())
i = ImportError("msg", name="n", path="p"); print(i.msg, i.name, i.path, i, ImportError().msg, ImportError("a", "b").msg)
tries(lambda: ImportError("m", bad=1), lambda: NameError("m", bad=1), lambda: AttributeError("m", nope=1))
print(NameError("m", name="n").name, AttributeError("m", name="n", obj=3).obj, AttributeError("x").name)
s = SyntaxError("m", ("file", 3, 5, "text", 3, 9)); print(s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset, s, SyntaxError("m"), SyntaxError("m", ("dir/f", 1, 2, "t")), s.print_file_and_line)
tries(lambda: SyntaxError("m", (1, 2)), lambda: SyntaxError("m", 5), lambda: SyntaxError("m", ("f", 1, 2, "t", 5)))
u = UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "why"); print(u, u.encoding, u.object, u.start, u.end, u.reason, UnicodeDecodeError("x", b"abc", 0, 2, "r"))
print(UnicodeEncodeError("ascii", "aé€\U0001f600", 1, 2, "r"), UnicodeEncodeError("ascii", "a€", 1, 2, "r"), UnicodeEncodeError("ascii", "\U0001f600", 0, 1, "r"), UnicodeEncodeError("ascii", "abc", 0, 2, "r"), UnicodeTranslateError("aé", 1, 2, "r"), UnicodeTranslateError("abc", 0, 2, "r"))
u.start = 0; u.reason = "new"; print(u)
tries(lambda: UnicodeDecodeError("x"), lambda: UnicodeDecodeError(1, b"", 0, 1, "r"), lambda: UnicodeDecodeError("x", "s", 0, 1, "r"), lambda: UnicodeEncodeError("x", b"", 0, 1, "r"), lambda: UnicodeTranslateError(b"", 0, 1, "r"))
g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), KeyError(3)])])
print(g, g.message, g.exceptions, g.subgroup(KeyError), g.split(ValueError), g.subgroup(lambda x: isinstance(x, TypeError)), g.split((OSError, KeyError))[0], g.subgroup(IndexError), g.derive([OSError()]))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__, isinstance(g, Exception))
tries(lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", 5), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup(5, [e]), lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: g.split(5), lambda: g.subgroup(int), lambda: ExceptionGroup("x", [e], y=1))
class EG(ExceptionGroup):
    def derive(self, excs): return EG(self.message + "!", excs)
    def __new__(cls, m, x): return super().__new__(cls, m, x)
eg = EG("mine", [ValueError(1), TypeError(2)]); eg.add_note("kept"); print(eg.split(ValueError), eg.subgroup(ValueError).__notes__)
try:
    try: raise ValueError("1")
    except* ValueError as x: raise TypeError("new") from x
except ExceptionGroup as x: print(x.exceptions, x.__cause__)
except TypeError as x: print(repr(x), repr(x.__cause__))
def f(ex):
    try:
        raise ex
    except* (ValueError, KeyError) as a: print("a", a.exceptions)
    except* OSError as b: print("b", b.exceptions); raise
    else: print("else")
    finally: print("fin")
for ex in (ExceptionGroup("m", [ValueError(1), OSError(2)]), ExceptionGroup("m", [IndexError(1), KeyError(2)]), ValueError("plain")):
    try: f(ex)
    except ExceptionGroup as r: print("left", repr(r))
