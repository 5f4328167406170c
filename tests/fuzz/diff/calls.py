"""Programs that call: every method of every built-in type, builtins, operators, slices, formats.

Arguments are plausible most of the time; the rest asks what the wrong ones say.
"""
from values import *
import values

# Methods whose results are addresses, sizes or documentation, or that change the process.
SKIPPED = {"__sizeof__", "__class_getitem__", "__reduce__", "__reduce_ex__", "__init_subclass__", "__subclasshook__",
           "__dir__", "__doc__", "__getstate__", "__class__", "__new__", "__buffer__", "__release_buffer__", "__pow__",
           "__rpow__", "__lshift__", "__rlshift__", "__getnewargs__", "__setstate__", "__iter__", "__reversed__",
           "__mul__", "__rmul__", "__imul__", "__set_name__", "__getitem__", "__contains__", "__round__", "__hash__", "__getattribute__",
           "__alloc__"}

SUBJECTS = {
    "int": lambda r: f"({r.choice(INTS[:20] + BIG_INTS)})",
    "float": lambda r: f"({r.choice(FLOATS)})",
    "complex": lambda r: f"({r.choice(COMPLEXES)})",
    "str": string,
    "bytes": lambda r: r.choice(BYTES),
    "bytearray": lambda r: f"bytearray({r.choice(BYTES)})",
    "memoryview": lambda r: f"memoryview({r.choice(BYTES)})",
    "list": list_,
    "tuple": tuple_,
    "dict": dict_,
    "set": set_,
    "frozenset": lambda r: f"frozenset({list_(r, 0)})",
    "range": lambda r: r.choice([range_, huge_range])(r),
    "slice": lambda r: f"slice({anything(r, 0)}, {size(r)}, {size(r)})",
    "bool": lambda r: r.choice(["True", "False"]),
    "NoneType": lambda r: "None",
    "dict_keys": lambda r: f"{dict_(r, 0)}.keys()",
    "dict_items": lambda r: f"{dict_(r, 0)}.items()",
    "dict_values": lambda r: f"{dict_(r, 0)}.values()",
    "property": lambda r: f"property({r.choice(CALLABLES)})",
}
CLASSES = {"NoneType": type(None), "dict_keys": type({}.keys()), "dict_items": type({}.items()),
           "dict_values": type({}.values())}
ATTRIBUTES = {name: sorted(set(dir(CLASSES.get(name) or __builtins__[name] if isinstance(__builtins__, dict)
                                   else CLASSES.get(name) or getattr(__builtins__, name))) - SKIPPED)
              for name in SUBJECTS}
# Each kind of argument a method is likely to want.
WANTED = {
    "str": [string, string, string, size], "bytes": [byte_string, byte_string, size],
    "bytearray": [byte_string, byte_string, size, lambda r: r.choice(INTS)], "memoryview": [size, byte_string],
    "int": [lambda r: r.choice(INTS), number], "float": [number], "complex": [number], "bool": [number],
    "list": [size, list_, iterable, anything], "tuple": [size, tuple_, anything], "dict": [hashable, hashable, dict_, anything],
    "set": [set_, hashable, iterable], "frozenset": [set_, hashable, iterable], "range": [number, range_, size],
    "slice": [size], "NoneType": [anything], "dict_keys": [set_, hashable], "dict_items": [set_, tuple_],
    "dict_values": [anything], "property": [lambda r: r.choice(CALLABLES), anything],
}
KEYWORDS = ["key", "default", "sep", "maxsplit", "encoding", "errors", "keepends", "byteorder", "signed", "length",
            "reverse", "tabsize", "start", "strict", "base", "x", "count", "file", "end"]
KEYWORD_VALUES = ["1", "0", "None", "'a'", "True", "'utf-8'", "'little'", "'big'", "'ignore'", "'latin-1'", "4", "len",
                  "b'x'", "lambda v: str(v)", "-1"]
BUILTINS = ["abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "complex", "dict",
            "divmod", "enumerate", "filter", "float", "format", "frozenset", "getattr", "hasattr", "hex", "int",
            "isinstance", "issubclass", "iter", "len", "list", "map", "max", "memoryview", "min", "next", "oct", "ord",
            "pow", "property", "range", "repr", "reversed", "round", "set", "slice", "sorted", "str", "sum", "tuple",
            "type", "zip", "staticmethod", "classmethod", "setattr", "delattr", "super", "aiter", "anext"]
BINARY = ["+", "-", "*", "/", "//", "%", "@", "&", "|", "^", "==", "!=", "<", "<=", ">", ">=", "in", "not in"]


def argument(r, wanted):
    if r.random() < 0.8:
        return r.choice(wanted)(r)
    return anything(r, 1) if r.random() < 0.85 else r.choice(NONES + TYPES + ["object()", "lambda: 0"])


def arguments(r, wanted, most=3):
    count = r.choice([0, 1, 1, 1, 2, 2, 3, 4][:most + 4])
    parts = [argument(r, wanted) for _ in range(count)]
    if r.random() < 0.12:
        parts.append(f"{r.choice(KEYWORDS)}={r.choice(KEYWORD_VALUES)}")
    if r.random() < 0.03:
        parts.insert(0, "*" + iterable(r, 0))
    if r.random() < 0.02:
        parts.append("**" + r.choice(["{}", "{'key': None}", "{'x': 1}", "{'sep': 'a'}", "5"]))
    return ", ".join(parts)


def attempt(lines):
    """Wraps statements so that what they raise is printed and the program goes on."""
    return ["try:"] + ["    " + line for line in lines] + ["except Exception as e:", "    fail(e)"]


def method_calls(r):
    name = r.choice(list(SUBJECTS))
    lines = []
    for _ in range(r.randrange(3, 9)):
        attribute = r.choice(ATTRIBUTES[name])
        if attribute.startswith("__") and r.random() < 0.6:
            attribute = r.choice(ATTRIBUTES[name])
        subject = SUBJECTS[name](r)
        if name == "range" and attribute in ("count", "index"): # what is no int is looked for at every place
            subject = range_(r)
        call = f"x.{attribute}({arguments(r, WANTED[name])})"
        if r.random() < 0.08 and name not in CLASSES:
            call = f"{name}.{attribute}({anything(r, 0)}, {arguments(r, WANTED[name])})"
        lines += attempt([f"x = {subject}", f"show({call})"])
        if name in ("list", "dict", "set", "bytearray"):
            lines.append("show(x)")
    return lines


BUILTIN_WANTED = {
    "chr": [lambda r: r.choice(INTS + BIG_INTS)], "ord": [string, byte_string], "len": [iterable, anything],
    "int": [string, number, byte_string, small_int], "float": [string, number], "complex": [string, number],
    "round": [number, small_int], "divmod": [number], "sum": [list_, number], "max": [iterable, number],
    "min": [iterable, number], "sorted": [iterable], "range": [lambda r: r.choice(INTS + BIG_INTS)],
    "isinstance": [anything, lambda r: r.choice(TYPES + ["(int, str)", "int | str", "(int, (str, 5))", "list[int]"])],
    "issubclass": [lambda r: r.choice(TYPES), lambda r: r.choice(TYPES + ["(int, str)", "int | None", "(int, 5)"])],
    "map": [lambda r: r.choice(CALLABLES), iterable], "filter": [lambda r: r.choice(CALLABLES + ["None"]), iterable],
    "zip": [iterable], "enumerate": [iterable, small_int], "reversed": [iterable], "iter": [iterable, lambda r: r.choice(CALLABLES)],
    "next": [lambda r: f"iter({iterable(r)})", anything], "getattr": [anything, lambda r: r.choice(["'real'", "'append'", "'nope'", "'__class__'", "'__name__'", "1"])],
    "hasattr": [anything, lambda r: r.choice(["'real'", "'append'", "'nope'", "1"])], "format": [anything, lambda r: format_spec(r)],
    "bytes": [small_int, list_, string, byte_string], "bytearray": [small_int, list_, string, byte_string],
    "dict": [iterable, dict_, lambda r: "[(1, 2), ('a', 3)]"], "str": [anything, byte_string, string],
    "pow": [lambda r: r.choice(INTS[:14]), lambda r: r.choice(FLOATS[:6]), lambda r: r.choice(INTS[:14])],
    "slice": [size, anything], "memoryview": [byte_string], "type": [anything, string, tuple_, dict_],
}


def consumed(name, call):
    if name in ("map", "filter", "zip", "enumerate", "reversed", "iter"):
        return f"cut({call})"
    return call


def builtin_calls(r):
    lines = []
    for _ in range(r.randrange(3, 9)):
        name = r.choice(BUILTINS)
        if name == "round": # ten to the power of anything takes forever
            lines += attempt([f"show(round({number(r)}{r.choice(['', ', ' + r.choice(INTS[:16]), ', None', ', ' + string(r)])}))"])
            continue
        lines += attempt(["show(" + consumed(name, f"{name}({arguments(r, BUILTIN_WANTED.get(name, [anything, iterable]))})") + ")"])
    return lines


def operand(r):
    return r.choice([number, number, string, list_, tuple_, set_, anything, byte_string, dict_, range_, lambda r: r.choice(INTS)])(r)


def operators(r):
    lines = []
    for _ in range(r.randrange(3, 9)):
        kind = r.random()
        a, b = operand(r), operand(r)
        if kind < 0.5:
            if r.random() < 0.5:
                maker = r.choice([number, string, list_, set_, tuple_, byte_string, dict_])
                a, b = maker(r), maker(r)
            lines += attempt([f"show(({a}) {r.choice(BINARY)} ({b}))"])
        elif kind < 0.6:
            lines += attempt([f"show({r.choice(['-', '+', '~', 'not '])}({a}))"])
        elif kind < 0.68:
            lines += attempt([f"show(({r.choice(INTS[:14] + FLOATS + COMPLEXES)}) ** ({r.choice(INTS[:9] + FLOATS[:8] + COMPLEXES)}))"])
        elif kind < 0.74:
            lines += attempt([f"show(({r.choice(INTS + BIG_INTS)}) {r.choice(['<<', '>>'])} ({r.choice(INTS[:20])}))"])
        elif kind < 0.88:
            lines += attempt([f"x = {a}", f"x {r.choice(['+', '-', '*', '/', '//', '%', '&', '|', '^', '@'])}= {b}", "show(x)"])
        else:
            lines += attempt([f"show(({a}) {r.choice(BINARY[-8:])} ({b}) {r.choice(BINARY[-8:])} ({operand(r)}))"])
    return lines


def slices(r):
    lines = []
    for _ in range(r.randrange(3, 8)):
        maker = r.choice([list_, string, tuple_, byte_string, range_, huge_range, dict_, anything, lambda r: f"bytearray({r.choice(BYTES)})"])
        subject, key = maker(r), r.choice([slice_, slice_, size, anything])(r)
        kind = r.random()
        if kind < 0.5:
            lines += attempt([f"x = {subject}", f"show(x[{key}])"])
        elif kind < 0.75:
            lines += attempt([f"x = {subject}", f"x[{key}] = {r.choice([iterable, anything, size])(r)}"]) + ["show(x)"]
        elif kind < 0.9:
            lines += attempt([f"x = {subject}", f"del x[{key}]"]) + ["show(x)"]
        else:
            lines += attempt([f"x = {subject}", f"x[{key}] += {r.choice([list_, anything])(r)}"]) + ["show(x)"]
    return lines


# ---- Formats

def format_spec(r):
    spec = ""
    if r.random() < 0.4:
        spec += r.choice(["", "*", "0", "é", "\U0001F600", " ", "x", "="]) + r.choice("<>=^")
    spec += r.choice(["", "", "+", "-", " "]) + r.choice(["", "", "", "z"]) + r.choice(["", "", "#"]) + r.choice(["", "", "0"])
    spec += r.choice(["", "", "5", "12", "1", "30"]) + r.choice(["", "", "", ",", "_"])
    spec += r.choice(["", "", ".0", ".1", ".3", ".20", "."]) + r.choice(list("sdfFeEgGnxXobc%") + ["", "", "", "q", "!r"])
    return repr(spec)


def percent_spec(r):
    return "%" + r.choice(["", "", "", "(a)", "(b)"]) + "".join(r.choice("#0- +") for _ in range(r.choice([0, 0, 1, 2]))) + \
        r.choice(["", "", "5", "12", "*"]) + r.choice(["", "", ".2", ".0", ".*", ".15"]) + r.choice(["", "", "", "l"]) + \
        r.choice("diouxXeEfFgGcrsa%q")


FIELDS = ["{}", "{0}", "{1}", "{a}", "{0!r}", "{!s:>5}", "{:{}}", "{0[0]}", "{a.real}", "{0.imag}", "{", "}", "{{", "}}",
          "{:d}", "{0:{1}}", "{a[k]}", "{!x}", "{0[}", "{:>{a}}", "{-1}", "{ 0}", "{0[-1]}", "{a!r:^9}", "{:,}", "{2**9}"]


def percent_text(r):
    text = "".join(r.choice(["x", "é", " ", ""]) + percent_spec(r) for _ in range(r.randrange(1, 4)))
    return ("b" if text.isascii() and r.random() < 0.2 else "") + repr(text)


def percent_arguments(r, value):
    kind = r.random()
    if kind < 0.3:
        return f"({value})"
    if kind < 0.5:
        return "{'a': %s, 'b': %s}" % (value, number(r))
    items = [r.choice([number, string, anything, small_int])(r) for _ in range(r.randrange(4))]
    return "(" + "".join(item + ", " for item in items) + ")"


def formats(r):
    lines = []
    for _ in range(r.randrange(3, 8)):
        kind = r.random()
        value = r.choice([number, number, string, anything])(r)
        if kind < 0.35:
            lines += attempt([f"show(format({value}, {format_spec(r)}))"])
        elif kind < 0.5:
            spec = format_spec(r)[1:-1].replace("{", "").replace("'", "")
            quote = '"""'
            lines += attempt([f"x = {value}", f"w, p = {small_int(r)}, {small_int(r)}",
                              f"show(f{quote}{r.choice(['', 'a', '{{'])}{{x{r.choice(['', '=', ' = '])}{r.choice(['', '!r', '!s', '!a'])}"
                              f":{r.choice([spec, spec, '{w}', '{w}.{p}', '>{w}.{p}f'])}}}{quote})"])
        elif kind < 0.8:
            lines += attempt([f"show({percent_text(r)} % {percent_arguments(r, value)})"])
        else:
            text = "".join(r.choice(FIELDS) for _ in range(r.randrange(1, 4)))
            lines += attempt([f"show({text!r}.format(*{tuple_(r, 0)}, **dict(a={r.choice([number, string, list_, dict_])(r)})))"])
    return lines


# ---- Sorting and mutation while iterating

def orders(r):
    lines = []
    for _ in range(r.randrange(2, 5)):
        kind = r.random()
        if kind < 0.4:
            key = r.choice(["", "", ", key=str", ", key=lambda v: -v", ", key=len", ", key=repr, reverse=True", ", reverse=True", ", key=abs", ", key=None"])
            lines += attempt([f"x = {r.choice([list_, list_, tuple_, set_, string])(r)}", f"show({r.choice(['sorted', 'max', 'min'])}(x{key.replace(', reverse=True', '') if r.random() < 0.3 else key}))"])
        elif kind < 0.6:
            lines += attempt([f"d = {dict_(r, 0)}", "for n, k in enumerate(d):", "    if n > 5: break",
                              f"    {r.choice(['d[n] = k', 'del d[k]', 'd.pop(k)', 'd.clear()', 'd[k] = n', 'd.update({str(n): 1})'])}"]) + ["show(d)"]
        elif kind < 0.8:
            lines += attempt([f"d = set({list_(r, 0)})", "for n, k in enumerate(d):", "    if n > 5: break",
                              f"    {r.choice(['d.add(n + 100)', 'd.discard(k)', 'd.clear()', 'd |= {k}', 'd -= {k}'])}"]) + ["show(sorted(d, key=repr))"]
        else:
            lines += attempt([f"d = {list_(r, 0)}", "for n, k in enumerate(d):", "    if n > 9: break",
                              f"    {r.choice(['d.append(k)', 'd.pop()', 'd.remove(k)', 'd.insert(0, n)', 'd[:] = d[1:]', 'd.reverse()', 'd.clear()', 'd.sort(key=str)'])}"]) + ["show(d)"]
    return lines


GENERATORS = [(method_calls, 10), (builtin_calls, 6), (operators, 6), (slices, 3), (formats, 6), (orders, 2)]
