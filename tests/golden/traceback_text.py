# traceback: exceptions as text, with limits, chains, repetitions.
import sys
import traceback


def f(x):
    return x + (
        1 / 0)


def g():
    try:
        f(1)
    except ZeroDivisionError as error:
        raise ValueError("bad") from error


try:
    g()
except ValueError as e:
    error = e
    print(traceback.format_exc())
    traceback.print_exc(file=sys.stdout, limit=1)
    traceback.print_exc(file=sys.stdout, limit=-1, chain=False)
    traceback.print_exc(file=sys.stdout, limit=0)
    print(traceback.extract_tb(e.__traceback__))
    print(traceback.format_tb(e.__traceback__))
    traceback.print_tb(e.__traceback__, 1, sys.stdout)
    print(traceback.format_exception_only(e))
    print("".join(traceback.TracebackException.from_exception(e).format(chain=False)))

sys.tracebacklimit = 1
traceback.print_exception(error, file=sys.stdout)
del sys.tracebacklimit


def deep(n):
    if n:
        deep(n - 1)
    else:
        [][0]


try:
    deep(10)
except IndexError:
    traceback.print_exc(file=sys.stdout)
try:
    deep(3)
except IndexError:
    traceback.print_exc(file=sys.stdout)
print(repr(traceback.format_exc()))

try:
    compile("a b", "file", "exec")
except SyntaxError as e:
    print(traceback.format_exception_only(e))
try:
    compile("\tx = (1,\n  2", "file", "exec")
except SyntaxError as e:
    traceback.print_exception(e, file=sys.stdout)
for e in (SyntaxError("only"), SyntaxError(), SyntaxError("m", ("f", None, None, None)),
          SyntaxError("m", (None, 3, 2, "  abc\n")), SyntaxError("m", ("f", 3, 99, "abc", 3, 100))):
    print("".join(traceback.format_exception_only(e)), end="")


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError


print(traceback.format_exception_only(Unprintable()))
noted = KeyError("k")
noted.add_note("first\nsecond")
noted.add_note("third")
traceback.print_exception(noted, file=sys.stdout)
noted.__notes__ = 17
traceback.print_exception(noted, file=sys.stdout)
