import sys, atexit
print(sys.version_info >= (3, 13), sys.version_info.major, sys.version_info[:2], sys.version_info.releaselevel, sys.hexversion >> 24, sys.version[:4], sys.api_version)
print(sys.byteorder, sys.maxsize == 2**63 - 1, sys.maxunicode, sys.platform, type(sys.argv), type(sys.path), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())
print(sys.float_info.max, sys.float_info.dig, sys.float_info.epsilon, sys.int_info.bits_per_digit > 0, sys.hash_info.modulus, sys.hash_info.width, sys.flags.optimize, sys.flags.interactive)
print(sys.getrecursionlimit(), sys.setrecursionlimit(500), sys.getrecursionlimit()); sys.setrecursionlimit(1000)
for bad in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit(-1), lambda: sys.setrecursionlimit("x"), lambda: sys.intern(1), lambda: sys.getsizeof(), lambda: sys.exit(1, 2), lambda: sys.getrefcount(), lambda: sys.set_int_max_str_digits(5), lambda: sys.set_int_max_str_digits(-1)):
    try: print(bad())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(sys.intern("a" + "b") is sys.intern("ab"), sys.getsizeof([]) > 0, sys.getsizeof("x" * 1000) > 1000, sys.getsizeof(1) > 0)
class S:
    def __sizeof__(self): return 1000
class B:
    def __sizeof__(self): return -1
print(sys.getsizeof(S()) >= 1000, sys.getsizeof(B, 7) > 0)
try: sys.getsizeof(B())
except ValueError as e: print(e)
print(sys.exc_info(), sys.exception(), sys.stdin.fileno(), sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.encoding.lower(), sys.stdout.name, sys.__stdout__ is sys.stdout, sys.stdout.writable(), sys.stdin.readable(), sys.stdout.errors, sys.stderr.errors)
print(sys.get_int_max_str_digits(), "sys" in sys.modules, sys.modules["sys"] is sys, "gc" in sys.builtin_module_names, sys.getswitchinterval() > 0, sys.is_finalizing(), sys.warnoptions, sys.dont_write_bytecode in (True, False), sys.copyright[:9])
sys.set_int_max_str_digits(640)
try: str(10**700)
except ValueError as e: print(e)
try: int("1" * 700)
except ValueError as e: print(e)
sys.set_int_max_str_digits(0); print(len(str(10**5000))); sys.set_int_max_str_digits(4300)
sys.displayhook(5); sys.displayhook(None); sys.displayhook("text")
import builtins; print(builtins._)
class W:
    def __init__(self): self.t = []
    def write(self, s): self.t.append(s)
    def flush(self): pass
w = W(); old = sys.stdout; sys.stdout = w; print("captured", 1); sys.stdout = old; print(w.t)
print(repr(sys), sys.__name__, sys.version_info, sys.implementation.name != "", sys.float_info.__class__.__name__)
vi = sys.version_info; print(len(vi), vi.index(13), vi == tuple(vi), hash(vi) == hash(tuple(vi)), vi + (1,), [*vi][:2])
for bad in (lambda: vi.nothing, lambda: setattr(vi, "major", 1), lambda: type(vi)((1,))):
    try: bad()
    except (AttributeError, TypeError) as e: print(type(e).__name__)
def bye(*a, **k): print("bye", a, k)
atexit.register(bye, 1, x=2)
def fails(): raise ValueError("at exit")
@atexit.register
def last(): print("runs first")
atexit.register(bye, "gone"); atexit.unregister(bye); atexit.register(bye, "again"); print(atexit._ncallbacks())
try: atexit.register(5)
except TypeError as e: print(e)
sys.audit("x"); print(sys.getallocatedblocks() >= 0 if hasattr(sys, "getallocatedblocks") else True, sys.gettrace(), sys.getprofile())
