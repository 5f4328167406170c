# __text_signature__ of built-in types, and of classes whose docstring begins with one.
for cls in (bool, bytearray, bytes, classmethod, complex, dict, enumerate, filter, float, frozenset, int, list, map,
            memoryview, object, property, range, reversed, set, slice, staticmethod, str, super, tuple, type, zip,
            type(None), type(...), type(NotImplemented), type([].__add__), type(list[int])):
    print(cls.__name__, cls.__text_signature__)

print([cls.__doc__.splitlines()[0] for cls in (bool, list, tuple, zip, map, property, object)])


class Documented:
    """Documented(a, b=1)
--

What it is."""


class Named:
    """Other(a)
--

What it is."""


class Derived(Documented):
    pass


class Strange(str):
    pass


print(Documented.__text_signature__, repr(Documented.__doc__))
print(Named.__text_signature__, Derived.__text_signature__)
print(len.__text_signature__, [].append.__text_signature__, list.append.__text_signature__)
for name in '__itemsize__', '__dictoffset__', '__weakrefoffset__', '__basicsize__', '__flags__':
    print(name, type(getattr(int, name)).__name__, type(vars(type)[name]).__name__)
print(list.__itemsize__, tuple.__itemsize__, bytes.__itemsize__, str.__itemsize__, Documented.__dictoffset__)


class Slotted:
    __slots__ = ()


print(Slotted.__dictoffset__, Slotted.__weakrefoffset__, list.__dictoffset__, int.__weakrefoffset__)
for bit, what in ((9, 'heap'), (10, 'base'), (8, 'immutable'), (5, 'sequence'), (6, 'mapping'), (24, 'int'), (25, 'list'),
                  (26, 'tuple'), (27, 'bytes'), (28, 'str'), (29, 'dict'), (30, 'exception'), (31, 'type')):
    print(what, [cls.__name__ for cls in (object, int, bool, list, tuple, bytes, str, dict, ValueError, type, Documented,
                                          Strange, range, memoryview) if cls.__flags__ >> bit & 1])
