# type X = …: laziness, attributes, subscripts, scopes, errors.
import typing
type Simple = int
type Union = int | str
type Generic[T] = list[T] | dict[str, T]
type Recursive = int | list[Recursive]
type Tuple[*Ts] = tuple[*Ts]
type Callable[**P, R] = typing.Callable[P, R]
print(Simple, repr(Union), type(Simple).__name__, Simple.__name__, Simple.__value__, Simple.__type_params__, Simple.__module__)
print(Union.__value__, Generic.__value__, Generic.__type_params__, Generic.__parameters__, Recursive.__value__)
print(Generic[int], Generic[int].__origin__ is Generic, Generic[int].__args__, Tuple[int, str], type(Generic[int]).__name__)
print(isinstance(Simple, typing.TypeAliasType), typing.TypeAliasType("Made", int), typing.TypeAliasType("Made", int).__value__)
type Lazy = undefined_name
try: Lazy.__value__
except NameError as error: print(error)
undefined_name = "now defined"
print(Lazy.__value__, Lazy.__value__ is Lazy.__value__)
calls = []
def note(x): calls.append(x); return x
type Noted = note(int)
print(calls, Noted.__value__, Noted.__value__, calls)
class A:
    local = int
    type Member = local
    type Params[T] = dict[local, T]
    def method(self): return self.Member
    type Later = later
    later = str
print(A.Member.__value__, A.Params.__value__, A().method() is A.Member, A.Later.__value__, A.Member.__module__)
def f(x):
    type Inner = x
    type InnerParams[T] = tuple[x, T]
    return Inner, InnerParams
a, b = f(int)
print(a.__value__, b.__value__, a.__name__)
for action in [lambda: Simple[int], lambda: isinstance(1, Simple)]:
    try: print("fine:", action())
    except Exception as error: print(type(error).__name__, error)
if True:
    type Conditional = int
for i in range(2):
    type InLoop = i
print(InLoop.__value__, Conditional)
type type = int
print(type)
del Simple
try: Simple
except NameError as error: print(error)
exec("type Executed[T] = T | global_name", ns := {"global_name": int})
print(ns["Executed"].__value__)
match = case = 5
type match = case
print(match.__value__)
