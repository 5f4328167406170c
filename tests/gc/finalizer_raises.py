# An error in a finalizer is reported, and what was pending stays.
import sys


class Bad:
    def __del__(self):
        raise ValueError("in del")


def report(args):
    print("unraisable:", args.exc_type.__name__, args.exc_value, args.err_msg)


sys.unraisablehook = report
Bad()
try:
    b = Bad()
    raise KeyError("outer")
except KeyError as e:
    b = None
    print("caught", repr(e))


def f():
    b = Bad()
    raise IndexError("from f")


try:
    f()
except IndexError as e:
    print("caught", repr(e))
    e.__traceback__ = None
print("done")
