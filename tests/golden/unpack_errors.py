# Unpacking into targets: counts, types, and what has been assigned when it fails.


def attempt(source, **names):
    try:
        exec(source, names)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
    else:
        del names["__builtins__"]
        print(source, "->", names)


for source in [
    "a, b = 1", "a, b = None", "a, b = 1, 2, 3", "a, b = [1]", "a, b = []", "a, b = 'x'", "a, b = 'xyz'", "a, b, c = 1, 2", "a, = 1, 2",
    "a, = ()", "[a, b] = {1}", "[a] = {}", "(a, b), c = 1, 2", "(a, b), c = (1, 2), 3", "(a, b), c = (1, 2, 3), 4", "a, (b, c) = 1, 'xyz'",
    "a, *b = 1", "a, *b = []", "a, b, *c = [1]", "a, *b, c = [1]", "a, *b, c = 1, 2", "*a, = []", "*a, b = []", "a, *b, c = 'abcdef'",
    "a, b = {1: 2}", "a, b = {1: 2, 3: 4}", "a, b = range(3)", "a, b = iter([1])", "a, b = (x for x in [1, 2, 3])", "a, b = object",
    "a, b = 1.5", "for a, b in [1]: pass", "for a, b in [(1, 2, 3)]: pass", "for a, b in ['xy', 'z']: pass", "for (a, *b) in ['xyz', 'q']: pass",
    "x = [(a, b) for a, b in [(1, 2), 3]]", "() = 1", "() = []", "[] = 'a'", "() = ()", "a = b, c = 1, 2", "a = b, c = 1", "*a, *b = 1" if False else "*a, b = 1",
    "a, b = b'xy'", "a, b = b'xyz'", "a, b = bytearray(1)", "a, b = frozenset([1, 2, 3])",
]:
    attempt(source)


class Broken:
    def __init__(self, values, error): self.values, self.error = values, error
    def __iter__(self):
        yield from self.values
        raise self.error


class NotIterator:
    def __iter__(self): return 5


class NoIter:
    __iter__ = None


class OldStyle:
    def __getitem__(self, index):
        if index > 2: raise IndexError
        return index * 10


attempt("a, b = x", x=Broken([1], ValueError("stop"))) if False else None
for make in [lambda: Broken([1], ValueError("stop")), lambda: Broken([1, 2], KeyError("k")), NotIterator, NoIter, OldStyle]:
    for source in ["a, b = x()", "a, b, c = x()", "a, *b = x()"]:
        try:
            names = {"x": make}
            exec(source, names)
        except Exception as error:
            print(source, type(error).__name__, error)
        else:
            print(source, {k: v for k, v in names.items() if len(k) == 1 and k != "x"})
log = []


class Target:
    def __setattr__(self, name, value):
        log.append((name, value))
        if value == 3: raise AttributeError("no three")
    def __setitem__(self, key, value): log.append((key, value))


t = Target()
try:
    t.a, t[0], t.b, t.c = 1, 2, 3, 4
except AttributeError as error:
    print(error, log)
i = 0
x = [0, 0, 0]
i, x[i] = 1, 5
print(i, x)
i, x[i], *x[1:] = 0, 7, 8, 9
print(i, x)
