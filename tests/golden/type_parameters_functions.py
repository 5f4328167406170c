# Type parameters of functions and classes: scopes, bounds, defaults, laziness.
def f[T](x: T) -> T: return x
def bounded[T: int, U: (str, bytes)](a: T, b: U): pass
def several[T, *Ts, **P](*args: *Ts, **kw: P.kwargs) -> None: pass
def default[T = int, *Ts = *tuple[int, str], **P = [int]](): pass
async def coroutine[T](x: T): return T
def generator[T](): yield T
print(f.__type_params__, f.__annotations__, f(5), f.__name__, f.__qualname__)
T, U = bounded.__type_params__
print(T.__bound__, T.__constraints__, U.__bound__, U.__constraints__, T.__name__, repr(U))
T, Ts, P = several.__type_params__
print(type(T).__name__, type(Ts).__name__, type(P).__name__, T, Ts, P, several.__annotations__)
T, Ts, P = default.__type_params__
print(T.__default__, Ts.__default__, P.__default__, T.has_default(), f.__type_params__[0].has_default())
print(next(generator()) is generator.__type_params__[0])
def lazy[T: undefined_bound = undefined_default](): return T
T, = lazy.__type_params__
for name in ("__bound__", "__default__"):
    try: getattr(T, name)
    except NameError as error: print(name, error)
undefined_bound = str
print(T.__bound__)
class A[T]:
    attribute: T
    def method(self, x: T) -> T: return T
    def own[U](self, x: T, y: U): return T, U
    class Inner[V]:
        def get(self): return T, V
    x = T
print(A.__type_params__, A.__parameters__, A().method(1) is A.__type_params__[0], A.x is A.__type_params__[0], A.__annotations__, A.__orig_bases__)
print(A().own(1, 2), A.Inner().get(), A[int], A[int].__origin__ is A, A[int].__args__, A[int]().__class__ is A)
class B[T](A[T], metaclass=type): pass
print(B.__bases__, B.__orig_bases__, B.__mro__[1] is A, [c.__name__ for c in B.__mro__])
class Base:
    def __init_subclass__(cls, **kw): print("subclass", cls.__name__, kw, [str(t) for t in cls.__type_params__])
class Derived[T](Base, option=1): pass
def outer[T]():
    def inner[U](): return T, U
    return inner(), [T for _ in range(1)], (lambda: T)()
print(outer())
def decorated_with(d):
    def wrap(g): print("decorating", g.__name__, getattr(g, "__type_params__", None)); return g
    return wrap
@decorated_with(1)
def decorated[T](x=print("default evaluated")): pass
@decorated_with(2)
class DecoratedClass[T]: pass
def shadow[T]():
    T = 5
    return T
print(shadow())
class Namespace:
    v = int
    def method[T: v](self, a: v) -> v: pass
    print(method.__annotations__, method.__type_params__[0].__bound__)
    type Alias[T] = dict[v, T]
    print(Alias.__value__)
try: T_global
except NameError as error: print(error)
def mutual[T: list["U"], U](): pass
print([t.__bound__ for t in mutual.__type_params__])
for source in ["def f[T, T](): pass", "class A[T](T): pass", "def f[T: (yield)](): pass", "def f[T: (x := 1)](): pass", "def f[T: await x](): pass", "class A[T]((x := 1)): pass", "def f[](): pass", "class A[]: pass", "type X[T] = int",
               "def f[T: int, *Ts: int](): pass", "def f[**P: int](): pass", "def f[T = int, U](): pass", "def f[*Ts = int, T](): pass", "def f[1](): pass", "def f[T.x](): pass", "def f[T](T): return T", "def f[T]() -> (yield): pass", "def f[T](x: (y := 1)): pass",
               "type X = (yield)", "type X = (x := 1)", "type X[T: (yield)] = int", "type X = await y", "def f[T = (yield)](): pass", "lambda[T]: 1", "def f[*T, *T](): pass", "class A[T, **T]: pass", "def f[__debug__](): pass", "class A[T = int, *Ts]: pass", "def f[T](): nonlocal T"]:
    try: compile(source, "<text>", "exec")
    except SyntaxError as error: print(source, "->", error.msg, error.lineno, error.offset, error.end_offset)
    else: print(source, "is fine")
