# isinstance and issubclass: tuples, unions, hooks, objects that only look like classes, errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Meta(type):
    def __instancecheck__(cls, instance):
        return 'yes' if instance == 5 else []

    def __subclasscheck__(cls, sub):
        if sub is bytes:
            raise ValueError('no bytes')
        return sub is str


class Checked(metaclass=Meta):
    pass


class Child(Checked):
    pass


class Plain:
    pass


class Fake:
    def __init__(self, claimed):
        self.claimed = claimed

    @property
    def __class__(self):
        return self.claimed


class LikeClass:
    def __init__(self, bases):
        self.__bases__ = bases


parent = LikeClass(())
child = LikeClass((parent,))
grandchild = LikeClass((child, LikeClass(())))
for action in (lambda: isinstance(5, int), lambda: isinstance(True, int), lambda: isinstance(5, (str, int)), lambda: isinstance(5, (str, (bytes, (int,)))), lambda: isinstance(5, ()), lambda: isinstance(5, int | str), lambda: isinstance(None, int | None),
               lambda: isinstance(5, None), lambda: isinstance(5, 'int'), lambda: isinstance(5, (int, 'x')), lambda: isinstance('s', (int, 'x')), lambda: isinstance(5, [int]), lambda: isinstance(5, list[int]), lambda: isinstance(5, int | list[int]), lambda: isinstance([], list[int] | int),
               lambda: isinstance(5), lambda: isinstance(5, int, 1), lambda: isinstance(5, Checked), lambda: isinstance(6, Checked), lambda: isinstance(Checked(), Checked), lambda: isinstance(Child(), Checked), lambda: isinstance(5, (str, Checked)), lambda: issubclass(str, Checked), lambda: issubclass(int, Checked),
               lambda: issubclass(bytes, Checked), lambda: issubclass(Checked, Checked), lambda: issubclass(bool, int), lambda: issubclass(int, bool), lambda: issubclass(int, (str, int)), lambda: issubclass(int, int | str), lambda: issubclass(int, ()), lambda: issubclass(5, int), lambda: issubclass(int, 5),
               lambda: issubclass(int, (5,)), lambda: issubclass(int, list[int]), lambda: issubclass(list[int], list), lambda: issubclass(int, 'int'), lambda: issubclass(int), lambda: isinstance(Fake(int), int), lambda: isinstance(Fake(Plain), Plain), lambda: isinstance(Fake(5), int), lambda: isinstance(Fake(bool), int),
               lambda: isinstance(Fake(Plain), Fake), lambda: issubclass(child, parent), lambda: issubclass(grandchild, parent), lambda: issubclass(parent, child), lambda: isinstance(5, parent), lambda: isinstance(Fake(child), parent), lambda: issubclass(int, parent), lambda: issubclass(parent, int),
               lambda: issubclass(LikeClass(5), parent), lambda: isinstance(int, type), lambda: isinstance(type, object), lambda: isinstance(object, type), lambda: issubclass(type, object), lambda: isinstance(Meta, type), lambda: isinstance(Checked, Meta), lambda: type.__instancecheck__(Checked, 5),
               lambda: type.__subclasscheck__(Checked, str), lambda: int.__instancecheck__(5), lambda: int.__subclasscheck__(bool), lambda: isinstance(ValueError(), Exception), lambda: issubclass(KeyError, (LookupError, int)), lambda: isinstance(print, type(len)), lambda: isinstance(NotImplemented, type(NotImplemented))):
    show(action)


class Raising:
    @property
    def __class__(self):
        raise RuntimeError('class is gone')


class RaisingAttribute:
    @property
    def __class__(self):
        raise AttributeError('quietly')


show(lambda: isinstance(Raising(), int))
show(lambda: isinstance(RaisingAttribute(), int))


class RaisingBases:
    @property
    def __bases__(self):
        raise RuntimeError('bases are gone')


show(lambda: issubclass(RaisingBases(), int))
show(lambda: isinstance(5, RaisingBases()))
show(lambda: int | 5)
show(lambda: 5 | int)
show(lambda: (int | str) == (str | int))
show(lambda: (int | None, None | int, int | int, int | str | int, hash(int | str) == hash(str | int)))
show(lambda: (int | str).__args__)
