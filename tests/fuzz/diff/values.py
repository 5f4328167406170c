"""Literals: the values that generated programs work on, as source text.

Every function takes the random generator first.  Pools hold what goes wrong:
boundaries, emptiness, every width of string, numbers that have no order.
What would take forever or all memory stays out of them.
"""

INTS = ["0", "1", "-1", "2", "-2", "3", "5", "7", "10", "-10", "16", "31", "32", "63", "64", "100", "127", "128",
        "255", "256", "-256", "1000", "65535", "65536", "True", "False", "0x10FFFF", "0x110000"]
BIG_INTS = ["2**31-1", "2**31", "-2**31", "2**32", "2**61-1", "2**61", "-2**61", "2**62", "2**63-1", "2**63", "-2**63",
            "-2**63-1", "2**64", "10**18", "10**30", "-10**25", "2**100", "-2**100+1", "3**50"]
# As a size or an index: nothing that could be met by allocating for a long time.
SIZES = INTS[:24] + ["-100", "2**62", "2**63-1", "2**63", "-2**63", "-2**63-1", "2**100"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "0.1", "2.5", "3.5", "1e16", "1e22", "123456.789", "1e-5", "0.0001", "1e300",
          "-1e-300", "5e-324", "1.7976931348623157e308", "float('inf')", "float('-inf')", "1/3",
          "2.0**53", "2.0**62", "9007199254740993.0", "1e15", "99999.5", "0.5", "1e100"]
COMPLEXES = ["0j", "1j", "1+2j", "-0.0-0j", "complex('inf')", "3.5-2.25j", "1e300j"]
STRINGS = ["''", "'a'", "'abc'", "'Hello World'", "' \\t pad \\n'", "'aAbBcC'", "'123'", "'-12_3'", "'1.5e3'", "'é'",
           "'ßtraße'", "'日本語'", "'\\U0001F600 x'", "'a\\ud800b'", "'\\x00'", "'a,b,,c'", "'aaaa'", "'The quick brown'",
           "'ǆ ŉ ﬁ'", "'İıſ'", "'\\u0660\\u0661'", "'½²Ⅷ'", "'line\\nfeed\\r\\nback\\x0bq\\u2028z'", "'%s %d'", "'{} {0} {a}'",
           "'_under'", "'xyzxyzxyz'", "'ab'*5", "'\\xff\\xfe'", "'\\u0301e'", "'ΑΣ ΣΑΣ.'", "'\\'quo\"te'", "'tab\\tbed\\t'",
           "'if'", "'nan'", "'0x1F'", "'  42  '", "'+7'", "'1e400'", "'1_000'", "'__x__'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'Hello World'", "b'  x \\t'", "b'\\x00\\xff\\x80'", "b'a,b,,c'", "b'aaaa'", "b'123'",
         "b'caf\\xc3\\xa9'", "b'\\xed\\xa0\\x80'", "b'tab\\tx'", "b'aAbB'", "b'\\r\\nq\\n'", "b'0a1F'", "b'%d'", "b'xyz'*3"]
NONES = ["None", "...", "NotImplemented"]
TYPES = ["int", "str", "list", "dict", "tuple", "set", "object", "float", "type", "bytes", "ValueError", "bool"]
CALLABLES = ["len", "str", "repr", "lambda x: x", "lambda *a: a", "lambda: 1", "abs", "int", "bool", "ord", "list",
             "lambda x, y: (x, y)", "str.upper", "[].append", "lambda x: -x", "print", "lambda x: 1/x"]


def number(r):
    if r.random() < 0.03: # not in containers: what has no order hashes by its address
        return r.choice(["float('nan')", "complex(0, float('nan'))", "-float('nan')"])
    return r.choice(r.choice([INTS, INTS, BIG_INTS, FLOATS, COMPLEXES]))


def small_int(r):
    return r.choice(INTS[:12])


def size(r):
    return r.choice(SIZES)


def string(r):
    if r.random() < 0.75:
        return r.choice(STRINGS)
    letters = r.choice(["abc", "aé", "a日", "a\U0001F600 ", "AbC ", "01", " \t\n", "xyz,.", "ßŉaΣ"])
    return repr("".join(r.choice(letters) for _ in range(r.randrange(9))))


def byte_string(r):
    text = r.choice(BYTES)
    if r.random() < 0.2:
        return f"bytearray({text})"
    if r.random() < 0.1:
        return f"memoryview({text})"
    return text


def hashable(r, depth=1):
    kind = r.random()
    if kind < 0.35:
        return string(r)
    if kind < 0.65:
        return r.choice(INTS)
    if kind < 0.75:
        return r.choice(FLOATS[:18])
    if kind < 0.85 and depth > 0:
        return tuple_(r, depth - 1, hashable)
    if kind < 0.9:
        return r.choice(BYTES)
    return r.choice(["None", "frozenset()", "frozenset({1, 'a'})", "1j", "True", "range(3)", "(1, 2)"])


def tuple_(r, depth=1, item=None):
    items = [(item or anything)(r, depth) for _ in range(r.choice([0, 1, 2, 2, 3, 4]))]
    return "(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")"


def list_(r, depth=1):
    kind = r.random()
    if kind < 0.3:
        return "[" + ", ".join(r.choice(INTS[:20]) for _ in range(r.randrange(7))) + "]"
    if kind < 0.45:
        return "[" + ", ".join(string(r) for _ in range(r.randrange(5))) + "]"
    if kind < 0.55:
        return r.choice(["list(range(5))", "list('hello')", "[[]]*3", "[0]*4", "list(range(20))", "[1.5, 2, True]"])
    return "[" + ", ".join(anything(r, depth) for _ in range(r.randrange(5))) + "]"


def dict_(r, depth=1):
    return "{" + ", ".join(f"{hashable(r, 0)}: {anything(r, depth)}" for _ in range(r.randrange(5))) + "}"


def set_(r, depth=1):
    items = [hashable(r, depth) for _ in range(r.randrange(1, 6))]
    text = "{" + ", ".join(items) + "}"
    if len(items) > 2: # CPython orders constant displays by way of what strings it happens to have interned
        text = "set([" + ", ".join(items) + "])"
    return r.choice([text, text, f"frozenset({text})", "set()", "frozenset()", "set('hello')", "set(range(5))"])


def range_(r):
    return "range(" + ", ".join(small_int(r) for _ in range(r.choice([1, 2, 3]))) + ")"


def huge_range(r):
    return "range(" + ", ".join(r.choice(BIG_INTS + INTS) for _ in range(r.choice([1, 2, 2, 3, 3]))) + ")"


def slice_(r):
    part = lambda: r.choice(["", "", "0", "1", "-1", "2", "-2", "3", "5", "-5", "100", "-100", "2**63", "-2**64", "True", "None"])
    return ":".join(part() for _ in range(r.choice([2, 2, 3])))


def iterable(r, depth=1):
    return r.choice([lambda: list_(r, depth), lambda: tuple_(r, depth), lambda: string(r), lambda: range_(r),
                     lambda: dict_(r, depth), lambda: set_(r, depth), lambda: f"iter({list_(r, depth)})",
                     lambda: f"(q for q in {list_(r, depth)})", lambda: f"map(str, {list_(r, 0)})", lambda: r.choice(BYTES),
                     lambda: f"zip({list_(r, 0)}, {string(r)})", lambda: f"reversed({list_(r, 0)})",
                     lambda: f"enumerate({string(r)})"])()


def anything(r, depth=1):
    kind = r.random()
    if kind < 0.22:
        return r.choice(INTS)
    if kind < 0.30:
        return r.choice(BIG_INTS)
    if kind < 0.38:
        return r.choice(FLOATS)
    if kind < 0.41:
        return r.choice(COMPLEXES)
    if kind < 0.58:
        return string(r)
    if kind < 0.65:
        return byte_string(r)
    if kind < 0.69:
        return "None"
    if depth <= 0:
        return r.choice(["[]", "()", "{}", "[1, 2]", "(1,)", "{'k': 1}", "{1}", "'deep'"])
    return r.choice([lambda: list_(r, depth - 1), lambda: tuple_(r, depth - 1), lambda: dict_(r, depth - 1),
                     lambda: set_(r, 0), lambda: range_(r), lambda: f"slice({small_int(r)}, {small_int(r)})"])()
