# raise: classes, instances, causes, contexts, and what cannot be raised.
import sys
def run(source, **names):
    try: exec(source, names)
    except BaseException as e: print(repr(source), "->", repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__), e.__suppress_context__)
    else: print(repr(source), "-> nothing")
class Args(Exception):
    def __init__(self, a, b): super().__init__(a)
class NewReturnsOther(Exception):
    def __new__(cls): return 5
class NewReturnsSub(Exception):
    def __new__(cls): return ValueError("instead")
class InitFails(Exception):
    def __init__(self): raise KeyError("init failed")
class NotException: pass
for source in ["raise", "raise ValueError", "raise ValueError()", "raise ValueError('a', 2)", "raise (ValueError)", "raise 5", "raise 'text'", "raise None", "raise int", "raise object()", "raise [ValueError]", "raise (ValueError, KeyError)", "raise NotException", "raise NotException()", "raise Args", "raise Args(1, 2)", "raise NewReturnsOther", "raise InitFails", "raise ValueError from None", "raise ValueError from KeyError", "raise ValueError from KeyError('c')", "raise ValueError from 5", "raise ValueError from int", "raise ValueError from InitFails", "raise ValueError from NewReturnsOther", "raise 5 from ValueError", "raise SystemExit", "raise SystemExit(3)", "raise KeyboardInterrupt", "raise StopIteration(5)", "raise GeneratorExit", "raise BaseException('b')", "raise ExceptionGroup('g', [ValueError(1)])", "raise ExceptionGroup",
               "try: raise ValueError('a')\nexcept ValueError: raise KeyError('b')", "try: raise ValueError('a')\nexcept ValueError as e: raise KeyError('b') from e", "try: raise ValueError('a')\nexcept ValueError: raise KeyError('b') from None", "try: raise ValueError('a')\nexcept ValueError: raise", "try: raise ValueError('a')\nexcept ValueError as e: raise e", "try: raise ValueError('a')\nexcept ValueError as e: raise e from e", "try: 1/0\nexcept: undefined", "try: 1/0\nfinally: undefined", "try:\n try: 1/0\n except ZeroDivisionError: raise KeyError(1)\nexcept KeyError: raise IndexError(2)", "try: 1/0\nexcept ZeroDivisionError:\n try: raise KeyError\n except KeyError: pass\n raise", "try: 1/0\nexcept ZeroDivisionError: pass\nraise", "def f(): raise\ntry: 1/0\nexcept ZeroDivisionError: f()", "x = ValueError('same')\ntry: raise x\nexcept ValueError: raise x", "a = ValueError('a')\nb = KeyError('b')\ntry: raise a\nexcept ValueError:\n try: raise b\n except KeyError: raise a", "try: raise ValueError\nexcept ValueError as e: del e", "try: raise ValueError\nexcept (5, ValueError): pass", "try: raise ValueError\nexcept 5: pass", "try: raise ValueError\nexcept 'x': pass", "try: raise ValueError\nexcept (KeyError, (IndexError, ValueError)): pass", "try: raise ValueError\nexcept NotException: pass", "try: raise ValueError\nexcept []: pass", "try: pass\nexcept 5: pass", "try: raise ValueError\nexcept (): pass", "assert 0", "assert 0, 'message'", "assert 0, ValueError('x')", "assert (), (1, 2)", "assert 1, undefined", "assert 0, undefined"]:
    run(source, NotException=NotException, Args=Args, NewReturnsOther=NewReturnsOther, NewReturnsSub=NewReturnsSub, InitFails=InitFails)
print(sys.exc_info(), sys.exception())
try: raise ValueError("v")
except ValueError as e:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is e is sys.exception(), sys.exc_info()[2] is e.__traceback__)
    e.add_note("a note"); print(e.__notes__)
    f = e
try: raise f.with_traceback(None)
except ValueError as g: print(g is f, g.__traceback__.tb_next is None)
for attribute, value in [("__cause__", 5), ("__context__", 5), ("__traceback__", 5), ("__suppress_context__", 5), ("args", 5), ("__cause__", int)]:
    try: setattr(f, attribute, value); print(attribute, getattr(f, attribute))
    except TypeError as error: print(attribute, error)
e = KeyError("k"); e.__cause__ = ValueError("c"); print(e.__suppress_context__, e.args, str(e), repr(e)); e.args = (1, 2); print(str(e), repr(e))
for bad in ["raise x, y", "raise x from", "raise from x", "raise x from y from z", "raise x y", "raise *x", "raise yield", "raise x if y", "raise (x from y)", "raise x = y", "assert", "assert x,", "assert x, y, z", "assert *x", "assert x = y", "assert (x, y), z"]:
    try: compile(bad, "<text>", "exec")
    except SyntaxError as error: print(bad, "->", error.msg, error.offset, error.end_offset)
    else: print(bad, "is fine")
