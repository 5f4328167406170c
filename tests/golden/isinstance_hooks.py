# isinstance and issubclass: tuples, unions, hooks, __class__, __bases__, errors.
log = []
class Meta(type):
    def __instancecheck__(cls, i): log.append(("instance", cls.__name__)); return getattr(i, "yes", False)
    def __subclasscheck__(cls, c): log.append(("sub", cls.__name__)); return getattr(c, "yes", False)
class Hooked(metaclass=Meta): pass
class Yes: yes = True
class Sub(Hooked): pass
print(isinstance(Yes(), Hooked), isinstance(5, Hooked), isinstance(Hooked(), Hooked), issubclass(Yes, Hooked), issubclass(int, Hooked), issubclass(Hooked, Hooked), isinstance(Sub(), Hooked), isinstance(Yes(), (int, Hooked)), isinstance(1, (int, Hooked)), log)
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), isinstance(Fake(), Fake), type(Fake()) is Fake, issubclass(Fake, int))
class Lying:
    __class__ = str
print(isinstance(Lying(), str), isinstance(Lying(), Lying), isinstance(Lying(), int))
class Broken:
    @property
    def __class__(self): raise AttributeError("no class")
print(isinstance(Broken(), int), isinstance(Broken(), Broken))
class Raises:
    @property
    def __class__(self): raise ValueError("class failed")
try: isinstance(Raises(), int)
except ValueError as error: print(error)
class Bases:
    def __init__(self, *bases): self.__bases__ = bases
a = Bases(); b = Bases(a); c = Bases(b, a)
print(issubclass(c, a), issubclass(b, c), issubclass(a, a), issubclass(c, (int, a)))
class Odd: __bases__ = 5
for action in [lambda: issubclass(Odd(), a), lambda: issubclass(a, Odd()), lambda: issubclass(Bases(), int), lambda: isinstance(1, a), lambda: isinstance(1, 5), lambda: isinstance(1, "int"), lambda: isinstance(1, [int]), lambda: isinstance(1, None), lambda: isinstance(1, (int, 5)), lambda: isinstance("", (int, 5)), lambda: isinstance("", ()), lambda: isinstance(1, ((), (str, (int,)))), lambda: isinstance(1, int | str), lambda: isinstance(1, str | None), lambda: isinstance(None, str | None), lambda: isinstance(None, None), lambda: isinstance(1, list[int]), lambda: isinstance(1, list[int] | int), lambda: isinstance("", list[int] | int), lambda: issubclass(int, int | str), lambda: issubclass(bool, (str, int)), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: issubclass(int, (1,)), lambda: issubclass(int, None), lambda: issubclass(list[int], list), lambda: issubclass(int, list[int]), lambda: isinstance(), lambda: isinstance(1), lambda: isinstance(1, int, 2), lambda: isinstance(obj=1), lambda: issubclass(int), lambda: isinstance(int, type), lambda: isinstance(type, object), lambda: isinstance(object, type), lambda: issubclass(type, object), lambda: isinstance(True, int), lambda: isinstance(1, bool), lambda: isinstance(1.0, (int, complex)), lambda: isinstance(ValueError(), Exception), lambda: isinstance(lambda: 0, type(lambda: 0)), lambda: isinstance(NotImplemented, type(NotImplemented))]:
    try: print(action(), end=" ")
    except TypeError as error: print(); print(error)
print()
deep = (int,)
for _ in range(50): deep = (deep,)
print(isinstance(1, deep), isinstance("", deep))
for _ in range(100000): deep = (deep,)
try: isinstance("", deep)
except RecursionError as error: print("RecursionError", str(error)[:32])
while deep and isinstance(deep, tuple): deep = deep[0]
class HookReturns(type):
    def __instancecheck__(cls, i): return cls.result
class H(metaclass=HookReturns): pass
for result in [1, 0, "", "x", [], None]:
    H.result = result
    try: print(isinstance(1, H), end=" ")
    except TypeError as error: print(error, end=" ")
print(isinstance(H.__new__(H), H))
class BadHook(type):
    __instancecheck__ = None
class X(metaclass=BadHook): pass
try: isinstance(1, X)
except TypeError as error: print(error)
print(isinstance(X(), X))
