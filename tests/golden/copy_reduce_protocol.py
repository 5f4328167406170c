# object.__reduce_ex__, __getstate__ and copyreg.
import copyreg


def show(x, *protocols):
    for protocol in protocols:
        try:
            result = x.__reduce_ex__(protocol)
            print(protocol, [getattr(p, "__name__", p) for p in result] if isinstance(result, tuple) else result)
        except TypeError as error:
            print(protocol, "TypeError", error)


class Plain:
    pass


class Slots:
    __slots__ = ("a", "__b")


class SlotsChild(Slots):
    __slots__ = ("c",)


class Dicted(Slots):
    pass


class MyInt(int):
    pass


class MyList(list):
    pass


class MyDict(dict):
    pass


class Extended:
    def __getnewargs_ex__(self):
        return (1, 2), {"k": 3}


class Simple:
    def __getnewargs__(self):
        return (1,)


p = Plain()
show(p, 0, 1, 2, 4)
p.x = 1
show(p, 0, 2)
print(p.__reduce_ex__(4)[2] is p.__dict__, p.__getstate__(), object().__getstate__(), p.__reduce__()[1])
s = SlotsChild()
show(s, 0, 2)
s.a, s._Slots__b, s.c = 1, 2, 3
show(s, 2)
print(s.__getstate__(), SlotsChild.__slotnames__)
d = Dicted()
d.a, d.z = 1, 2
show(d, 2)
show(MyInt(5), 0, 2)
show(MyList([1]), 0)
print([type(part).__name__ for part in MyList([1]).__reduce_ex__(2)], [type(part).__name__ for part in MyDict(a=1).__reduce_ex__(2)])
show(Extended(), 2)
show(Simple(), 2)
for wrong in (3, (1,), (1, 2), ((), 3)):
    Extended.__getnewargs_ex__ = lambda self: wrong
    try:
        Extended().__reduce_ex__(2)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
Simple.__getnewargs__ = lambda self: 3
show(Simple(), 2)
for x in (1, "a", 1.5, b"b", (1,), True, 1j):
    show(x, 2)
for x in ((i for i in ()), object.__dict__):
    try:
        x.__reduce_ex__(4)
        print("reduced")
    except TypeError as error:
        print(error)


class Own:
    def __reduce__(self):
        return "own"


class OwnEx:
    def __reduce_ex__(self, protocol):
        return "ex", protocol


print(Own().__reduce_ex__(4), OwnEx().__reduce_ex__(3))
print(copyreg.__newobj__(MyInt, 5) + 1, copyreg.__newobj_ex__(MyInt, ("11",), {"base": 2}) + 0)
print(type(copyreg._reconstructor(Plain, object, None)).__name__, copyreg._reconstructor(MyInt, int, 5) + 0, copyreg._slotnames(Plain))


class Special:
    pass


import copy
copyreg.pickle(Special, lambda obj: (str, ("reduced",)))
print(copy.copy(Special()), copy.deepcopy(Special()))
for attempt in (lambda: copyreg.pickle(Special, 3), lambda: copyreg.constructor(3), lambda: copyreg.add_extension("m", "n", 0),
                lambda: copyreg.remove_extension("m", "n", 5)):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
copyreg.add_extension("m", "n", 5)
copyreg.add_extension("m", "n", 5)
for arguments in (("m", "n", 6), ("m", "o", 5)):
    try:
        copyreg.add_extension(*arguments)
    except ValueError as error:
        print(error)
copyreg.remove_extension("m", "n", 5)
print(copyreg.dispatch_table[complex](1 + 2j))
try:
    object().__reduce_ex__("x")
except TypeError as error:
    print(error)
