# Annotations: when they are evaluated, where they are kept, what they may be.
log = []
class Obj: pass
obj = Obj()
def note(x): log.append(x); return x
a: note("a") = note("value a")
b: note("b")
obj.attribute: note("attr") = note("value attr")
obj.other: note("other")
(c): note("c") = 3
(note("key"), 1)[1:]
[0][note(0)]: note("subscript") = note("value s")
print(log, __annotations__, a, obj.attribute)
log.clear()
def f(x: note("x") = note("default x"), /, y: note("y") = note("default y"), *args: note("args"), k: note("k") = note("default k"), **kw: note("kw")) -> note("return"):
    local: note("never")
    other: note("never 2") = note("local value")
    obj.attr: note("never 3") = 5
    (paren): note("never 4") = 6
    return locals()
print(log, f.__annotations__, list(f.__annotations__))
log.clear()
print(sorted(f()), log)
class A:
    x: int
    y: str = "y"
    __private: float = 1.0
    self_reference: "A"
    x: list = [] if False else None
    def method(self) -> "A": pass
    for z in range(1):
        w: z
    del z
print(A.__annotations__, A.method.__annotations__, "x" in vars(A))
class B(A):
    q: bytes
class NoAnnotations(A): pass
print(B.__annotations__, NoAnnotations.__annotations__, "__annotations__" in vars(NoAnnotations))
lambda_ = lambda x: x
print(lambda_.__annotations__, (lambda: 0).__annotations__)
def unannotated(x, y=1): pass
print(unannotated.__annotations__)
unannotated.__annotations__ = {"x": 1}
print(unannotated.__annotations__)
unannotated.__annotations__ = None
print(unannotated.__annotations__)
for bad in [lambda: setattr(unannotated, "__annotations__", 5), lambda: delattr(unannotated, "__annotations__")]:
    try: print(bad())
    except TypeError as error: print(error)
def unbound():
    print(v)
    v: int
try: unbound()
except UnboundLocalError as error: print(error)
def only_annotated():
    v: int
    return v
try: only_annotated()
except UnboundLocalError as error: print(error)
try:
    class C:
        missing: undefined
except NameError as error: print(error)
def not_evaluated():
    missing: undefined
    x: 1 / 0 = 5
    return x
print(not_evaluated())
def star(*args: *tuple[int, ...]): pass
print(star.__annotations__)
for source in ["x: int = y: int = 1", "x, y: int", "(x, y): int", "[x]: int", "x: int, y: int = 1", "f(): int", "x + y: int", "1: int", "None: int", "x: (yield)", "def f(): x: (yield)", "x: int = yield", "def f(): x: int = yield", "x: *int", "x: int = *a, b", "x: a, b", "x: (a := 1)", "x: lambda: 1",
               "x: int =", "x:", "*x: int", "def f(*a: *b): pass", "def f(a: *b): pass", "def f(**a: *b): pass", "async def f(): x: await y", "x: await y", "x.y: int", "x[0]: int", "x().y: int = 1", "(x.y): int = 1", "((x)): int = 1", "x: int += 1", "for x: int in y: pass", "with a as b: int: pass", "lambda x: int: 1",
               "__debug__: int", "x.__debug__: int", "def f(x: int = 1, y: str): pass", "def f() -> : pass", "def f() -> int, str: pass", "global x\nx: int", "if 1: x: int", "del x: int", "'a': int", "f'a': int", "...: int", "x if y else z: int", "not x: int", "(x): int", "[x, y]: int = 1, 2"]:
    try: compile(source, "<text>", "exec")
    except SyntaxError as error: print(source, "->", error.msg, error.lineno, error.offset, error.end_offset)
    else: print(source, "is fine")
