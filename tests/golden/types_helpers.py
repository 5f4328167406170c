# types: new_class, prepare_class, resolve_bases, DynamicClassAttribute, coroutine, SimpleNamespace.
import types
from types import (DynamicClassAttribute, MappingProxyType, SimpleNamespace, get_original_bases, new_class, prepare_class,
                   resolve_bases)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwds):
        return {"prepared": kwds}

    def __new__(mcls, name, bases, namespace, **kwds):
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwds):
        super().__init__(name, bases, namespace)


C = new_class("C", (), {"metaclass": Meta, "z": 1}, lambda ns: ns.update(x=1))
print(C, type(C).__name__, C.prepared, C.x, new_class("Plain").__mro__, new_class("D", (int,)).__bases__)
print(prepare_class("C", (C,), {"k": 2}), prepare_class("P")[0])


class Resolves:
    def __mro_entries__(self, bases):
        return (int, str) if len(bases) > 1 else ()


r = Resolves()
print(resolve_bases((object, r)), resolve_bases((int,)), resolve_bases((r,)))
E = new_class("E", (r,))
print(E.__bases__, E.__orig_bases__ == (r,), get_original_bases(E) == (r,), get_original_bases(bool))
for attempt in (lambda: get_original_bases(3), lambda: new_class("X", (C, type("Other", (type,), {})("O", (), {}))),
                lambda: resolve_bases((type("Bad", (), {"__mro_entries__": lambda self, bases: 3})(),))):
    try:
        attempt()
    except TypeError as error:
        print(error)


class Dynamic:
    def __init__(self):
        self._v = 1

    @DynamicClassAttribute
    def v(self):
        """Doc of v."""
        return self._v

    @v.setter
    def v(self, value):
        self._v = value

    @v.deleter
    def v(self):
        self._v = "deleted"


d = Dynamic()
d.v = 5
print(d.v, Dynamic.__dict__["v"].__doc__)
del d.v
print(d.v)
try:
    Dynamic.v
except AttributeError as error:
    print("AttributeError", error)


@types.coroutine
def from_generator():
    got = yield "asked"
    return got


async def awaits():
    return await from_generator()


c = awaits()
print(c.send(None))
try:
    c.send("answer")
except StopIteration as stop:
    print(stop.value)


class Duck:
    def send(self, v): raise StopIteration("sent")
    def throw(self, *a): pass
    def close(self): pass
    def __iter__(self): return self
    def __next__(self): return self.send(None)
    gi_code = gi_frame = gi_running = gi_yieldfrom = None


wrapped = types.coroutine(lambda: Duck())()
print(type(wrapped).__name__, wrapped.gi_code)
try:
    next(wrapped)
except StopIteration as stop:
    print(stop.value)
try:
    types.coroutine(3)
except TypeError as error:
    print(error)
n = SimpleNamespace(a=1, b=[2])
print(n, n == SimpleNamespace(b=[2], a=1), n != SimpleNamespace(), SimpleNamespace({"x": 1}, y=2), n.__reduce__()[2])
import copy
print(copy.replace(n, a=5), copy.copy(n).b is n.b, copy.deepcopy(n).b is n.b)
n.me = n
print(n)
p = MappingProxyType({"k": 1})
print(p["k"], p | {"z": 2}, dict(p), MappingProxyType[int, str])
print(sorted(name for name in types.__all__ if name not in ("CapsuleType",))[:12])
