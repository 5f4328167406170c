# Which string operations give back the very object, of a subclass too, and how often dict.update looks for keys.


class Text(str):
    pass


class Number(float):
    pass


class Pair(complex):
    pass


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


x, empty = Text("x"), Text("")
for result in (x.format(), x.format_map({}), x % (), x % {}, x.partition("z")[0], x.rpartition("z")[2], format(x, "s"),
               empty.partition("z")[0], empty.format(), empty % (), Text("%%") % (), Text("{{").format(), x.partition("x")[0],
               "x".partition(x)[1], str(x), x.strip(), "%s" % x, "{}".format(x)):
    print(type(result).__name__, repr(result))
for value in (Number(1), Pair(1), 1.5, 1j):
    for spec in "q", "s", "d", "5.1f":
        attempt(lambda: format(value, spec))
attempt(lambda: (-2**63 - 1).to_bytes())
attempt(lambda: (1).to_bytes(-2**63 - 1))
attempt(lambda: (1).to_bytes(2**63))
attempt(lambda: b"x".replace(10, 10, "x"))
attempt(lambda: b"x".replace(b"", None, "x"))
attempt(lambda: b"x".replace(b"", b"", "x"))
array = bytearray(b"abc")
attempt(lambda: array.__init__(b"q", 127))
print(array)
attempt(lambda: array.__init__(b"q", "utf-8"))
print(array)
attempt(lambda: bytearray.__str__("a", 1, 2))
attempt(lambda: bytes.__str__())


class Shown(bytes):
    def __repr__(self):
        return "shown"


print(str(Shown(b"s")), repr(Shown(b"s")), [Shown(b"s")], f"{Shown(b's')}")


class Mapping:
    def __getattribute__(self, name):
        print("asked for", name)
        return lambda: [1, 2]

    def __getitem__(self, key):
        return key


class Dict(dict):
    def __getattribute__(self, name):
        print("asked for", name)
        return super().__getattribute__(name)


attempt(lambda: dict(Mapping()))
attempt(lambda: {**Mapping()})
attempt(lambda: {}.update(Mapping()))
attempt(lambda: dict(Dict(a=1)))
attempt(lambda: {**Dict(a=1)})


class Named:
    def __init__(self, name, module):
        self.__qualname__, self.__module__ = name, module


for name in b"x", None, "s":
    for module in "builtins", "m", None, 3:
        attempt(lambda: Named(name, module)(*5))
        attempt(lambda: Named(name, module)(**5))
united = frozenset(set([None, False, 3, "The quick brown"]))
print(list(united | united) == list(united), list(united | set(united)) == list(united))
