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

# Found by the differential fuzzer, too: wordings, and what an __index__ that fails leaves to other protocols.
for call in (lambda: str(b"", None), lambda: str(b"", "utf-8", None), lambda: type(None, (), {}), lambda: b"".rjust(3, None),
             lambda: memoryview._from_flags(), lambda: memoryview._from_flags(b"", 1, 2), lambda: memoryview._from_flags(b"", 2**63),
             lambda: type(None).__eq__(None, None), lambda: type(None).__lt__(None, 1), lambda: type(None).__eq__.__qualname__,
             lambda: memoryview._from_flags(object=b"ab", flags=0).tolist()):
    attempt(call)


class Items(list):
    def __index__(self):
        return []


print(bytes(Items([1, 2])), bytearray(Items([3])))


class Meta(type):
    __hash__ = None

    def __eq__(self, other):
        return self is other


class Plain(type):
    pass


A, B = Plain("A", (), {}), Plain("B", (), {})
try:
    Plain("C", (Plain("D", (A, B), {}), Plain("E", (B, A), {})), {})
except TypeError as e:
    print(e)
members = set(range(0, -2000, -97))
before = list(members)
members.intersection_update()
print(before == list(members), sorted(members) == sorted(before))
for type_ in bytes, bytearray, str:
    for encoding in "a\ud800b", "é", "utf-8":
        attempt(lambda: type_(b"a", encoding))
        attempt(lambda: type_("a", encoding))


class Watched(tuple):
    def __len__(self):
        print("length")
        return 1


class Extended(list):
    def __iter__(self):
        print("iterated")
        return super().__iter__()


print(bytes(Watched((1, 2))))
extended = Extended([1])
extended += extended
extended.extend(extended)
print(len(extended))
attempt(lambda: memoryview(b"a").cast("é"))
attempt(lambda: sorted(None, count=1))
attempt(lambda: format("a", ">\u0663"))
attempt(lambda: b"".ljust(2**63 - 1))
print([g.__qualname__ for g in ((x for x in y) for y in [[1]])], list((lambda: 1).__qualname__ for x in [1]))
