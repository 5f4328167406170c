# Metaclasses with an mro() of their own: what is checked, and what an unfinished class can do.


class B:
    pass


def make(method, bases=()):
    meta = type('M', (type,), {'mro': method})
    try:
        cls = meta('A', bases, {})
        print([c.__name__ for c in cls.__mro__])
        return cls
    except Exception as error:
        print(type(error).__name__, error)


make(lambda cls: (B,))
make(lambda cls: [B] + type.mro(cls))
make(lambda cls: 5)
make(lambda cls: [5])
make(lambda cls: [cls, int, object])
make(lambda cls: iter(type.mro(cls)))
make(lambda cls: type.mro(cls)[:1])
make(lambda cls: 1 / 0)


def unfinished(cls):
    if cls.__mro__ is None and cls.__name__ != 'X':
        for action in (lambda: type('X', (cls,), {}), lambda: super(cls, cls).xxx, lambda: cls(), lambda: cls.foo):
            try:
                action()
            except (TypeError, AttributeError) as error:
                print(' ', error)
        print(' ', issubclass(cls, object), issubclass(cls, cls), cls.__bases__, cls.__base__)
        cls.bar = 3
    return type.mro(cls)


print(make(unfinished).bar)

steps = []


def on_self(cls):
    if not steps:
        steps.append(cls.__mro__)
        cls.__bases__ += ()
    return type.mro(cls)


make(on_self)
print(steps)


class Meta(type):
    ready = False
    depth = 0

    def mro(cls):
        if Meta.ready and cls.__name__ == 'C':
            Meta.ready = False
            C.__bases__ = (B2,)
        if Meta.depth and cls.__name__ == 'D2':
            Meta.depth -= 1
            D1.__bases__ += ()
        return type.mro(cls)


class A(metaclass=Meta):
    pass


class B1(A):
    pass


class B2(A):
    pass


class C(A):
    pass


Meta.ready = True
C.__bases__ = (B1,)
B1.__bases__ = (C,)
print(C.__bases__, B2.__subclasses__(), B1.__subclasses__(), B1.__bases__, C.__subclasses__())


class D1(metaclass=Meta):
    pass


class D2(D1):
    pass


Meta.depth = 6
D2.__bases__ += ()
print(D2.__mro__, D1.__subclasses__())
try:
    A.__bases__ = (B1,)
except TypeError as error:
    print(error)
