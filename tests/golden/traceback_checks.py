# The arguments of traceback's functions, and hints in messages.
import sys
import traceback

for args in ((1,), (None,), (ValueError,), (ValueError, ValueError(3), None), (None, None, None), (ValueError(4), 1)):
    try:
        print(traceback.format_exception(*args))
    except Exception as error:
        print(type(error).__name__, error)
try:
    traceback.print_last()
except ValueError as error:
    print(error)


class Thing:
    colour = 1


for code in ("Thing().color", "sys.stdot", "tracebak", "len_ = 1; lenn", "weakref", "import sys; from sys import stdot",
             "Thing().completely_else"):
    try:
        exec(code)
    except Exception as error:
        print(traceback.format_exception_only(error))
try:
    traceback.TracebackException(ValueError, ValueError(), None).exc_type = 1
except AttributeError as error:
    print(type(error).__name__)
