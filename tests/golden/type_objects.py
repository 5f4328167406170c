class A:
    "doc"
    x = 1
class B(A): pass
print(A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__bases__, B.__mro__, B.mro(), A.__base__, A.__subclasses__(), A.__dict__["x"], type(A), A.__basicsize__ > 0, A.__flags__ > 0)
A.__name__ = "Renamed"; A.__qualname__ = "Q.Renamed"; A.__module__ = "mod"; A.__doc__ = "new"
print(A, A.__name__, A.__doc__, repr(A()).split(" object")[0])
def tries(*calls):
    for call in calls:
        try: print(call())
        except (TypeError, ValueError, AttributeError) as e: print(type(e).__name__, e)
def set_(o, n, v): setattr(o, n, v)
tries(lambda: set_(A, "__name__", 1), lambda: set_(int, "x", 1), lambda: delattr(int, "real"), lambda: delattr(A, "__name__"), lambda: set_(A, "__bases__", ()), lambda: set_(A, "__bases__", 1), lambda: set_(A, "__dict__", {}), lambda: set_(A, "__mro__", ()), lambda: A.nothing, lambda: delattr(A, "nothing"), lambda: set_(A, "__qualname__", 1))
tries(lambda: type(), lambda: type(1, 2), lambda: type(1, (), {}), lambda: type("X", 1, {}), lambda: type("X", (), 1), lambda: type("X", (5,), {}), lambda: type("X", (int, str), {}), lambda: type("X", (bool,), {}), lambda: type("X", (A, A), {}), lambda: type("X", (A, B), {}), lambda: type("a\0", (), {}))
class C: pass
class D(A): pass
D.__bases__ = (C,); print(D.__mro__[1].__name__, A.__subclasses__(), C.__subclasses__())
a = A(); a.__class__ = C; print(type(a).__name__)
tries(lambda: set_(a, "__class__", 5), lambda: set_(a, "__class__", int), lambda: set_(5, "__class__", C), lambda: delattr(a, "__class__"))
class Slots:
    __slots__ = "only"
class Other:
    __slots__ = ("only",)
s = Slots(); s.only = 1; s.__class__ = Other; print(s.only)
tries(lambda: set_(s, "__class__", C), lambda: type("Z", (), {"__slots__": ["1x"]}), lambda: type("Z", (), {"__slots__": ["x"], "x": 1}), lambda: type("Z", (), {"__slots__": 5}), lambda: type("Z", (int,), {"__slots__": ["x"]}), lambda: type("Z", (), {"__slots__": ["__dict__", "__dict__"]}))
class WithDict:
    __slots__ = ("a", "__dict__", "__weakref__")
w = WithDict(); w.a = 1; w.z = 2; print(w.__dict__, w.a, WithDict.a.__name__, type(WithDict.a).__name__, WithDict.a.__get__(w), WithDict.a.__objclass__.__name__)
del w.a
tries(lambda: w.a, lambda: delattr(w, "a"), lambda: WithDict.a.__get__(5), lambda: WithDict.a.__set__(5, 1))
class Meta(type):
    def __instancecheck__(cls, o): return o == "magic"
    def __subclasscheck__(cls, c): return c is int
    def __dir__(cls): return ["b", "a"]
    def __len__(cls): return 7
    def __getitem__(cls, k): return k
    def __contains__(cls, k): return True
    def __iter__(cls): return iter("xy")
    def __prepare__(name, bases, **kw): print("prepare", name, kw); return {"injected": 1}
    def __init__(cls, name, bases, ns, **kw): print("init", name, sorted(kw)); super().__init__(name, bases, ns)
    def __new__(m, name, bases, ns, **kw): return super().__new__(m, name, bases, ns)
class K(metaclass=Meta, opt=1): pass
print(isinstance("magic", K), issubclass(int, K), issubclass(str, K), dir(K), len(K), K[3], 5 in K, list(K), K.injected)
class M2(type): pass
tries(lambda: type("X", (K, M2("Y", (), {})), {}))
class GA:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(GA[int], GA[1, 2])
class ME:
    def __mro_entries__(self, bases): return (A,)
class FromEntries(ME()): pass
print(FromEntries.__bases__ == (A,), FromEntries.__orig_bases__ != None)
class Hook:
    def __init_subclass__(cls, **kw): print("sub", cls.__name__, kw); super().__init_subclass__()
class HookSub(Hook, a=1): pass
tries(lambda: type("X", (object,), {}, bad=1))
print(object.__new__(A).__class__ is A, type.__call__(A).__class__ is A)
tries(lambda: object(1), lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: int.__new__(str), lambda: A(1), lambda: A.__init__(A(), 1))
o = object()
print(o == o, o != o, o.__eq__(1), o.__lt__(1), hash(o) == hash(o), o.__str__() == repr(o), o.__format__("") == str(o), o.__sizeof__() > 0, o.__dir__() != [], o.__init_subclass__(), object.__subclasshook__(1))
tries(lambda: format(o, "x"), lambda: o.x, lambda: set_(o, "x", 1), lambda: o < 1)
print(list[int], dict[str, int].__origin__, list[int].__args__, list[int]([1]), list[int] == list[int], repr(tuple[int, ...]), isinstance([], list), hash(list[int]) == hash(list[int]), list[int].__parameters__)
print(int | str, (int | None), isinstance(1, int | str), issubclass(bool, int | str), (int | str).__args__, int | str == str | int, int | int)
tries(lambda: isinstance([], list[int]), lambda: int | 1, lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: isinstance(1, (int, 5)), lambda: issubclass(int, (5,)), lambda: (int | str)())
