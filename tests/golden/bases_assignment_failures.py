# __bases__ assignment that fails leaves every order as it was; __dict__ descriptors across metaclasses and modules.


class Once(type):
    used = 0

    def mro(cls):
        Once.used += 1
        if Once.used > 1:
            raise RuntimeError('only once')
        return type.mro(cls)


class C:
    pass


class C2:
    pass


class D(C):
    pass


class E(D):
    pass


class F(D, metaclass=Once):
    pass


before = E.__mro__, D.__mro__, F.__mro__
try:
    D.__bases__ = (C2,)
except RuntimeError as error:
    print(error)
print((E.__mro__, D.__mro__, F.__mro__) == before, D.__bases__, C2.__subclasses__(), C.__subclasses__())


class Base:
    pass


class Meta1(type, Base):
    pass


class Meta2(Base, type):
    pass


class Made1(metaclass=Meta1):
    pass


class Made2(metaclass=Meta2):
    pass


module_type = type(__builtins__) if not isinstance(__builtins__, dict) else type(__import__('sys'))


class Module1(module_type, Base):
    pass


class Module2(Base, module_type):
    pass


descriptor = vars(Base)['__dict__']
for target in Base, Made1, Made2, Module1('m'), Module2('m'), int:
    for action in (lambda: setattr(target, '__dict__', {}), lambda: delattr(target, '__dict__'),
                   lambda: descriptor.__set__(target, {}), lambda: descriptor.__get__(target)):
        try:
            print(type(action()).__name__)
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, error)


class Computed(module_type):
    __dict__ = property(lambda self: 'not a dict')


try:
    dir(Computed('m'))
except TypeError as error:
    print(error)
