# What a class body leaves behind: __qualname__, __module__, __doc__, private names, closures, deleted names, annotations, decorators.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Outer:
    """Doc of Outer."""
    x: int = 5
    y: 'str'
    __private = 1

    class Inner:
        z = 3

        def method(self):
            return __class__.__name__

    def method(self):
        def local():
            pass
        return local

    def get(self):
        return self.__private, Outer.__private, __class__

    lambda_ = lambda self: 0
    comprehension = [i for i in range(3)]
    _underscored__ = 2
    __dunder__ = 3


print(Outer.__qualname__, Outer.Inner.__qualname__, Outer.method.__qualname__, Outer().method().__qualname__, Outer.lambda_.__qualname__, Outer.Inner().method())
print(Outer.__doc__, Outer.Inner.__doc__, Outer.__module__, Outer.__annotations__, Outer.Inner.__annotations__, Outer().get())
print([n for n in vars(Outer) if not n.startswith('__') or n == '__dunder__'])
show(lambda: Outer.__private)
show(lambda: Outer._Outer__private)


class Renamed:
    __qualname__ = 'Else.Where'
    __module__ = 'elsewhere'


print(Renamed, Renamed.__name__, Renamed.__qualname__, repr(Renamed())[:30])
Renamed.__name__ = 'New'
Renamed.__qualname__ = 'Q'
Renamed.__module__ = 'm'
print(Renamed, Renamed.__name__)
Renamed.__module__ = None
print(Renamed)
Renamed.__module__ = 5
print(Renamed)
show(lambda: delattr(Renamed, '__module__'))
show(lambda: Renamed.__module__)
try:
    class Bad:
        __qualname__ = 5
except TypeError as error:
    print(error)
x = 'global'


def enclosing():
    x = 'enclosing'

    class Reads:
        before = x
        x = 'class'
        after = x

        def method(self):
            return x
        listed = [x for _ in range(1)]
        nested = (lambda: x)()
        del x
        try:
            again = x
        except NameError as error:
            again = str(error)
    return Reads


R = enclosing()
print(R.before if hasattr(R, 'before') else '', R.after, R().method(), R.listed, R.nested, R.again)


class GlobalDeclared:
    global declared
    declared = 'set at module level'
    other = declared


print(declared, GlobalDeclared.other, hasattr(GlobalDeclared, 'declared'))


def decorate(tag):
    def apply(cls):
        cls.tags = getattr(cls, 'tags', ()) + (tag,)
        return cls
    return apply


@decorate('outer')
@decorate('inner')
class Decorated:
    pass


print(Decorated.tags)


@lambda cls: cls.__name__
class Replaced:
    pass


print(Replaced)


class Dynamic:
    for i in range(3):
        exec('name%d = %d' % (i, i))
        locals()['also%d' % i] = i
    del i
    print(sorted(n for n in locals() if not n.startswith('__')))


print(Dynamic.name2, Dynamic.also1)


class Empty: ...


print([n for n in vars(Empty) if n not in ('__firstlineno__', '__static_attributes__')], Empty.__bases__, Empty.__mro__, Empty.__dict__.__class__.__name__)
show(lambda: Empty.__dict__.__setitem__('a', 1))
show(lambda: setattr(Empty, 'a', 1))
show(lambda: Empty.a)
show(lambda: delattr(Empty, 'a'))
show(lambda: delattr(Empty, 'a'))
show(lambda: delattr(Empty, '__dict__'))
show(lambda: Empty.__subclasses__())
show(lambda: type.__subclasses__())
show(lambda: Empty.mro())
show(lambda: type.mro(int))


class WithSuper:
    def f(self):
        return super().__init__, __class__


print(WithSuper().f()[1].__name__, WithSuper.f.__code__.co_freevars, WithSuper.f.__closure__[0].cell_contents is WithSuper)
try:
    class Cell:
        __classcell__ = 5
except TypeError as error:
    print(error)
