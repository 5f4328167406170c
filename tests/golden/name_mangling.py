# Private names in classes.
class A:
    __x = 1
    __y__ = 2
    ___z = 3
    __a_ = 4
    __ = 5
    def __m(self, __p, *__args, __k=1, **__kw): return __p, __args, __k, __kw
    def call(self): return self.__m(1, 2, __k=3) if False else self.__m(1, 2)
    def variables(self):
        __local = 1
        def inner():
            nonlocal __local
            __local += 1
            return __local
        inner()
        return [name for name in locals() if "local" in name]
    def globals_(self):
        global __g
        __g = 9
    def imports(self):
        import sys as __s
        from math import pi as __pi
        return sorted(name for name in locals() if name != "self")
    def handlers(self):
        try:
            raise ValueError
        except ValueError as __e:
            return [name for name in locals() if "e" in name and name != "self"]
    def loops(self):
        for __i in range(2): pass
        with self as __w: pass
        (__walrus := 5)
        [__c for __c in range(3)]
        return sorted(name for name in locals() if name != "self")
    def __enter__(self): return self
    def __exit__(self, *a): pass
    def keyword(self): return dict(__key=1), f"{self.__x} {self.__x=}"
    def attribute(self, other): return other.__x
    def deleting(self):
        self.__gone = 1
        del self.__gone
        return hasattr(self, "_A__gone")
    def lambdas(self): return (lambda __v: __v)(_A__v=3) if False else (lambda __v: __v).__code__.co_varnames
    class __Inner:
        __deep = 1
        def get(self): return self.__deep
    def inner(self): return self.__Inner().get(), self.__Inner.__name__, self.__Inner.__qualname__
    def matches(self, v):
        match v:
            case {"k": __captured}: return sorted(n for n in locals() if "capt" in n)
    __annotated: int = 1
    def strings(self): return "__x", hasattr(self, "__x"), getattr(self, "_A__x")
    def dynamic(self): return eval("self.__x") if False else eval("self._A__x")


print(sorted(n for n in vars(A) if n.startswith(("_A", "__y", "__", "___"))  and not n.startswith("__d")))
a = A()
print(a.call(), a.variables(), a.imports(), a.handlers(), a.loops(), a.keyword(), a.deleting(), a.lambdas(), a.inner())
a.globals_()
print([n for n in globals() if n.endswith("__g")], a.attribute(a), a.matches({"k": 1}), A.__annotations__, a.strings(), a.dynamic())
for call in [lambda: a.__x, lambda: A.__m, lambda: a.__missing]:
    try:
        call()
    except AttributeError as error:
        print(error)


class _B:
    __x = 1
class __C:
    __x = 2
class ___:
    __x = 3
class B_:
    __x = 4
class Derived(A):
    def get(self): return self.__x
print([n for c in (_B, __C, ___, B_) for n in vars(c) if n.endswith("x")])
try:
    Derived().get()
except AttributeError as error:
    print(error)
class WithSlots:
    __slots__ = ("__s", "__t__", "_u")
    def __init__(self): self.__s = 1
print(sorted(n for n in vars(WithSlots) if n.endswith(("s", "__t__", "_u"))), WithSlots()._WithSlots__s)
def f(__plain): return __plain
print(f(__plain=1), f.__code__.co_varnames)
