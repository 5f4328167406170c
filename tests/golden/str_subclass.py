"""Classes derived from str and bytes."""


class Name(str):
    def __new__(cls, text, note=None):
        self = super().__new__(cls, text)
        self.note = note
        return self

    def __str__(self):
        return "Name:" + self[:]

    def shout(self):
        return self.upper() + "!"


name = Name("anna", note=[1])
print(name, repr(name), name.note, name.shout(), len(name), name == "anna", hash(name) == hash("anna"), {name: 1}["anna"])
print(type(name), type(name[:]), type(name + ""), type(name * 1), type(name.strip()), type(name.lower()), type(str(name)),
      type(name.replace("x", "y")), type(name.center(2)), type("%s" % name))
print("%s|%r|%.2s" % (name, name, name), f"{name}|{name!r}|{name:>8}", "{} {!s:>10}".format(name, name))
print(isinstance(name, str), issubclass(Name, str), name in ["anna"], "nn" in name, sorted([name, "abc"]), "".join([name]))
long = Name("x" * 1000 + "\u1234", note="long")
print(long.note, len(long), ascii(long[-1]), long.count("x"))
long.note = None
print(long.note, long.__dict__)


class Octets(bytes):
    pass


octets = Octets(b"abc")
octets.note = 5
print(octets, octets.note, type(octets[:]), type(octets + b""), octets == b"abc", hash(octets) == hash(b"abc"), octets[0])


class Buffer(bytearray):
    def __init__(self, size):
        super().__init__(b"z" * size)


print(Buffer(3), Buffer(2) == b"zz", type(Buffer(1)[:]), Buffer(3).upper())


class Meta:
    def __str__(self):
        return name

    def __repr__(self):
        return "é"

    def __format__(self, spec):
        return f"<{spec}>"


print(str(Meta()), type(str(Meta())), repr(Meta()), ascii(Meta()), f"{Meta():abc}", "{:{}}".format(Meta(), "x"))


class Bad:
    def __str__(self):
        return 5

    def __format__(self, spec):
        return 5


for attempt in (lambda: str(Bad()), lambda: f"{Bad()}", lambda: "%s" % Bad(), lambda: "{}".format(Bad())):
    try:
        attempt()
    except TypeError as error:
        print(error)
