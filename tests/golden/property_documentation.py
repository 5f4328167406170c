# Where a property's __doc__ comes from, in property and in classes derived from it.


def one(self):
    "doc one"


def two(self):
    "doc two"


def silent(self):
    pass


class Plain(property):
    pass


class Slotless(property):
    __slots__ = ()


class DocSlot(property):
    __slots__ = ('extra', '__doc__')


def show(action):
    try:
        print(' ', action())
    except Exception as error:
        print(' ', type(error).__name__, error)


def renamed(kind):
    p = kind(one)
    p.__name__ = 'hello'
    return p.__name__, p.setter(one).__name__


def assigned(kind, first, method):
    p = kind(first)
    p.__doc__ = 'user'
    q = getattr(p, method)(two)
    return p.__doc__, q.__doc__


def deleted(kind):
    p = kind(one)
    del p.__doc__
    return p.__doc__


for kind in property, Plain, Slotless, DocSlot:
    print(kind.__name__)
    show(lambda: (kind(silent).__doc__, kind().__doc__, kind(doc='given').__doc__))
    show(lambda: kind(one).__doc__)
    show(lambda: kind(one, doc='given').__doc__)
    show(lambda: kind(one).getter(two).__doc__)
    show(lambda: kind(silent).getter(two).__doc__)
    show(lambda: kind(one, doc='given').getter(two).__doc__)
    show(lambda: kind(one).getter(silent).__doc__)
    show(lambda: kind(one).setter(two).__doc__)
    show(lambda: assigned(kind, silent, 'getter'))
    show(lambda: assigned(kind, one, 'getter'))
    show(lambda: assigned(kind, one, 'setter'))
    show(lambda: deleted(kind))
    show(lambda: renamed(kind))
    show(lambda: kind().__name__)
    show(lambda: kind(3).__name__)
    show(lambda: kind(one).__name__)

show(lambda: property(one).__set_name__(3))
show(lambda: property(one).__set_name__(3, 4, 5))
show(lambda: property(1, 2, 3, 4, 5))
show(lambda: property(one).__get__(None, int) is None)
show(lambda: property(one).__set__(4, 5))
show(lambda: property().__get__(4))
