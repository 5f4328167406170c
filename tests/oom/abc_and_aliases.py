# Abstract base classes, aliases with parameters, unions and __reduce_ex__ while allocations fail.
from _abc import _abc_init, _abc_instancecheck, _abc_register, _abc_subclasscheck


class Meta(type):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        _abc_init(cls)
        return cls

    __instancecheck__ = lambda cls, instance: _abc_instancecheck(cls, instance)
    __subclasscheck__ = lambda cls, other: _abc_subclasscheck(cls, other)


class Base(metaclass=Meta):
    def f(self): ...
    f.__isabstractmethod__ = True


class Child(Base):
    f = None


print(sorted(Base.__abstractmethods__), isinstance(Child(), Base), isinstance(3, Base), _abc_register(Base, int) is int)
print(isinstance(3, Base), issubclass(str, Base), isinstance(3, Base))


class Parameter:
    def __typing_subst__(self, arg):
        return arg


T, S = Parameter(), Parameter()
alias = dict[T, list[S]]
print(alias.__parameters__ == (T, S), alias[int, str], list[int] | None, (list[T] | int)[str], [*tuple[int]])


class Plain:
    def __getnewargs__(self):
        return ()


p = Plain()
p.x = 1
print(p.__getstate__(), bytearray(b"ab").__reduce_ex__(4), len.__reduce__(), [].append.__reduce__()[1], isinstance(1, int | str))
