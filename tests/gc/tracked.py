import gc
gc.disable()
gc.collect()


class A:
    pass


class S:
    __slots__ = ()


class L(list):
    pass


for v in (0, 1.5, "a", b"b", None, True, ..., NotImplemented, 1j, 10 ** 50, range(3), bytearray(b"x"), object()):
    print(type(v).__name__, gc.is_tracked(v), end="; ")
print()
print(gc.is_tracked([]), gc.is_tracked({}), gc.is_tracked(()), gc.is_tracked(set()), gc.is_tracked(frozenset([1])))
print(gc.is_tracked(A()), gc.is_tracked(A), gc.is_tracked(L()), gc.is_tracked(S()), gc.is_tracked(int), gc.is_tracked(len))
print(gc.is_tracked({"a": 1}), gc.is_tracked({"a": []}), gc.is_tracked({"a": {}}))
print(gc.is_tracked(lambda: 0), gc.is_tracked(A().__init__), gc.is_tracked(i for i in []), gc.is_tracked(iter([])))
print(gc.is_tracked(ValueError()), gc.is_tracked(slice(1)), gc.is_tracked(gc), gc.is_tracked(property()))
x = (1, 2, "three")
y = (1, [])
gc.collect()
print(gc.is_tracked(x), gc.is_tracked(y), gc.is_tracked((x, y)))
d = {}
d["k"] = 1
print(gc.is_tracked(d))
d["l"] = []
print(gc.is_tracked(d))
