# abc: abstract methods, registration, checks of instances and subclasses.
import abc
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    @staticmethod
    @abstractmethod
    def unit(): ...

    def concrete(self):
        return "concrete"


class Partly(Shape):
    def area(self):
        return 1
    name = "partly"


class Fully(Partly):
    @classmethod
    def make(cls):
        return cls()

    unit = None


for cls in (ABC, Shape, Partly, Fully):
    try:
        print(cls.__name__, sorted(cls.__abstractmethods__))
        print(type(cls()))
    except TypeError as error:
        print(error)
print(Fully.make().concrete(), Shape.area.__isabstractmethod__, Shape.__dict__["name"].__isabstractmethod__)


class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self): ...


try:
    One()
except TypeError as error:
    print(error)

# registration
print(One.register(int) is int, isinstance(3, One), isinstance(True, One), isinstance("", One), issubclass(bool, One))


@One.register
class Adopted:
    pass


class Child(Adopted):
    pass


print(isinstance(Child(), One), issubclass(Child, One), issubclass(One, One), One in Child.__mro__)
token = abc.get_cache_token()
print(issubclass(str, One), One.register(str), issubclass(str, One), abc.get_cache_token() != token)
for attempt in (lambda: One.register(3), lambda: issubclass(3, One), lambda: One.register(object)):
    try:
        attempt()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


class Base(ABC):
    pass


class Derived(Base):
    pass


try:
    Derived.register(Base)
except RuntimeError as error:
    print(error)


class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        print("asked", cls.__name__, other.__name__)
        if other is int:
            return True
        return False if other is str else NotImplemented


class HookChild(Hook):
    pass


print(issubclass(int, Hook), issubclass(int, Hook), isinstance("", Hook), isinstance([], Hook), issubclass(HookChild, Hook))


class BadHook(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return 5


try:
    issubclass(int, BadHook)
except AssertionError as error:
    print(error)


class Pretender:
    __class__ = int


print(isinstance(Pretender(), One), isinstance(Pretender(), Base))


# update_abstractmethods
class Later(ABC):
    @abstractmethod
    def f(self): ...


class LaterChild(Later):
    pass


LaterChild.f = lambda self: "filled"
try:
    LaterChild()
except TypeError as error:
    print(error)
print(abc.update_abstractmethods(LaterChild)().f(), abc.update_abstractmethods(int))


class Old(ABC):
    @abc.abstractproperty
    def p(self): ...

    @abc.abstractclassmethod
    def c(cls): ...

    @abc.abstractstaticmethod
    def s(): ...


print(sorted(Old.__abstractmethods__))


class WithArguments(ABC):
    def __init_subclass__(cls, **kwargs):
        print(cls.__name__, kwargs)


class Receives(WithArguments, a=1):
    pass


class Multiple(Base, One):
    pass


try:
    Multiple()
except TypeError as error:
    print(error)
print(type(Multiple), ABC.__slots__, ABCMeta.__mro__)
