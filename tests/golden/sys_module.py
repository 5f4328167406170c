# sys: limits, records, hooks, streams, exits.
import sys


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


print(sys.version_info, sys.version_info >= (3, 13), sys.version_info[:3], sys.version_info.major, type(sys.version_info))
print(sys.hexversion, sys.byteorder, sys.maxsize, sys.maxunicode, sys.platform, sys.version.split()[0], sys.api_version)
print(sys.float_info)
print(sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.imag, sys.hash_info.algorithm, sys.hash_info.width)
print(sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
print(sys.flags.optimize, sys.flags.int_max_str_digits, len(sys.flags), sys.flags.dev_mode)
print(sys.implementation.version == sys.version_info, sys.implementation.hexversion == sys.hexversion)
attempt(type(sys.version_info), (1, 2))
attempt(type(sys.flags))
print(sys.getrecursionlimit())
for limit in 0, -1, "a", 1.5, 10**20:
    attempt(sys.setrecursionlimit, limit)
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())


def depth(n):
    return 1 + depth(n + 1)


try:
    depth(0)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(1000)
for digits in 5, -1, "a", 640, 0:
    attempt(sys.set_int_max_str_digits, digits)
print(sys.get_int_max_str_digits(), len(str(10**5000)), len(str(int("9" * 6000))))
sys.set_int_max_str_digits(4300)
attempt(str, 10**4300)
attempt(int, "1" * 4301)
print(len(str(10**4299)), int("1" * 4301, 16) > 0, len(hex(10**5000)))
print(sys.getrefcount(1), sys.getrefcount(None), sys.getrefcount(""), sys.getrefcount(()), sys.getrefcount(int))
held = [object()]
print(sys.getrefcount(held), sys.getrefcount(held[0]))


class Sized:
    def __init__(self, size):
        self.size = size

    def __sizeof__(self):
        return self.size


attempt(sys.getsizeof, Sized(-1))
attempt(sys.getsizeof, Sized("x"))
print(sys.getsizeof(Sized("x"), "default"), sys.getsizeof([]) > 0, sys.getsizeof(2**100) > sys.getsizeof(2**70) - 1)
attempt(sys.getsizeof)
attempt(sys.intern, 5)
attempt(sys.intern, type("S", (str,), {})("x"))
print(sys.intern("a b" + str(1)) is sys.intern("a b" + str(1)))
for args in (), (3,), ("text",), (None,), ((1, 2),), (1, 2):
    try:
        sys.exit(*args)
    except SystemExit as error:
        print("SystemExit", error.args, repr(error.code))
    except TypeError as error:
        print(error)
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as error:
    print(sys.exc_info()[:2], sys.exception() is error, sys.exc_info()[2] is error.__traceback__)
sys.displayhook(5)
sys.displayhook(None)
print(_)
sys.displayhook("text")
print(_, sys.__displayhook__ is sys.displayhook)
attempt(sys._getframe, 50)
print(sys._getframe().f_lineno > 0, sys._getframe(0).f_code.co_name)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.is_finalizing())
print(sys.gettrace(), sys.getprofile(), sys.getswitchinterval(), sys.setswitchinterval(0.01), sys._is_gil_enabled())
print(sys.stdout, sys.stderr, sys.stdin, sys.__stdout__ is sys.stdout, sys.stdout.fileno(), sys.stderr.errors)
print("sys" in sys.modules, sys.modules["sys"] is sys, "builtins" in sys.builtin_module_names, "sys" in sys.builtin_module_names)
print(type(sys.argv), type(sys.path), type(sys._xoptions), sys.dont_write_bytecode in (True, False), sys.float_repr_style)
attempt(sys.excepthook)
print(sys.audit("event", 1))


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


writer = Writer()
saved, sys.stdout = sys.stdout, writer
print("captured", 1, sep="-")
sys.stdout = saved
print(writer.parts)
sys.stdout = None
print("nowhere")
sys.stdout = saved
del sys.stdout
try:
    print("nowhere")
except RuntimeError as error:
    sys.stdout = saved
    print(error)
