# How special methods of built-in types count their arguments.
def attempt(name, method, *arguments, **keywords):
    try:
        print(name, len(arguments), method(*arguments, **keywords))
    except Exception as e:
        print(name, len(arguments), type(e).__name__, repr(str(e)))


names = ["__add__", "__radd__", "__mul__", "__rmul__", "__imul__", "__neg__", "__len__", "__bool__", "__setitem__",
         "__delitem__", "__lt__", "__pow__", "__getattribute__", "__setattr__", "__delattr__", "__index__", "__divmod__"]
for value in (5, "a", [1], (1,), {1: 2}, {1}, 1.5, range(3), bytearray(b"a"), object()):
    for name in names:
        method = getattr(value, name, None)
        if method is None:
            continue
        print(type(value).__name__, end=" ")
        attempt(name, method)
        for arguments in ((1, 2, 3, 4), (1, 2, 3), (1, 2)):
            if name not in ("__setitem__",) or len(arguments) != 2:
                attempt(name, method, *arguments)
        attempt(name, method, k=1)
