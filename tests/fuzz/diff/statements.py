"""Whole programs from a grammar: statements of every kind over variables of known kinds.

Loops are bounded, what is assigned in them is cut to size, and about one
expression in twenty is of the wrong kind.  T(n, value) shows when a part is
evaluated.
"""
from values import *
import values

KINDS = ["int", "str", "list", "dict", "float", "tuple", "set", "bool", "any"]
SETUP = '''\
def T(n, value):
    print("T", n)
    return value
class Box:
    count = 0
    def __init__(self, *a, **k):
        self.a, self.k = a, k
    def __repr__(self): return f"Box{self.a}{self.k or ''}"
    def __eq__(self, other): return isinstance(other, Box) and self.a == other.a
    __match_args__ = ("a", "k")
class Manager:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self):
        print("enter", self.n)
        return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__)
        return self.swallow
def deco(tag):
    def inner(f):
        print("deco", tag, f.__name__)
        return f
    return inner
'''
ERRORS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "Exception", "LookupError",
          "ArithmeticError", "AttributeError", "NameError", "(ValueError, TypeError)", "RuntimeError", "StopIteration"]


class Program:
    def __init__(self, r):
        self.r, self.lines, self.indent, self.budget = r, [], 0, r.randrange(12, 45)
        self.names = {kind: [] for kind in KINDS}
        self.functions, self.loops, self.function_depth, self.traces, self.serial = [], 0, 0, 0, 0
        self.generator = self.coroutine = False

    # ---- Expressions

    def fresh(self, prefix):
        self.serial += 1
        return f"{prefix}{self.serial}"

    def variable(self, kind):
        pool = self.names[kind]
        if pool and self.r.random() < 0.97:
            return self.r.choice(pool)
        return None

    def expression(self, kind="any", depth=2):
        r = self.r
        if r.random() < 0.02:
            kind = r.choice(KINDS)
        if r.random() < 0.05:
            self.traces += 1
            return f"T({self.traces}, {self.expression(kind, depth - 1)})"
        if depth <= 0 or r.random() < 0.3:
            name = self.variable(kind) if r.random() < 0.75 else None
            return name or self.literal(kind)
        if r.random() < 0.08:
            return f"({self.expression(kind, depth - 1)} if {self.expression('bool', depth - 1)} else {self.expression(kind, depth - 1)})"
        if r.random() < 0.04:
            name = self.fresh("w")
            return f"({name} := {self.expression(kind, depth - 1)})"
        if self.functions and r.random() < 0.06:
            return self.call(depth - 1)
        return getattr(self, "make_" + kind)(depth - 1)

    def literal(self, kind):
        r = self.r
        if kind == "int":
            return r.choice(INTS[:14])
        if kind == "float":
            return r.choice(FLOATS[:12])
        if kind == "str":
            return r.choice(STRINGS[:16])
        if kind == "bool":
            return r.choice(["True", "False", "1", "0", "''", "None"])
        maker = {"list": list_, "dict": dict_, "tuple": tuple_, "set": set_, "any": anything}[kind]
        return maker(r, 0)

    def make_int(self, depth):
        r, e = self.r, self.expression
        return r.choice([
            lambda: f"({e('int', depth)} {r.choice('+-*')} {e('int', depth)})",
            lambda: f"({e('int', depth)} {r.choice(['//', '%', '&', '|', '^'])} {e('int', depth)})",
            lambda: f"{r.choice('-~+')}{e('int', depth)}",
            lambda: f"len({e(r.choice(['list', 'str', 'tuple', 'dict']), depth)})",
            lambda: f"sum({self.comprehension('int', depth)})",
            lambda: f"int({e('float', depth)})", lambda: f"{e('list', depth)}[{e('int', 0)}]",
            lambda: f"{e('str', depth)}.find({e('str', 0)})", lambda: f"hash({e('int', depth)})",
            lambda: f"max({e('int', depth)}, {e('int', depth)})", lambda: f"{e('dict', depth)}[{e('any', 0)}]",
            lambda: f"(lambda p, q={e('int', 0)}: p + q)({e('int', depth)})", lambda: f"divmod({e('int', depth)}, {e('int', 0)})[0]",
        ])()

    def make_float(self, depth):
        r, e = self.r, self.expression
        return r.choice([lambda: f"({e('float', depth)} {r.choice(['+', '-', '*', '/'])} {e(r.choice(['int', 'float']), depth)})",
                         lambda: f"float({e('int', depth)})", lambda: f"{e('int', depth)} / {e('int', depth)}",
                         lambda: f"round({e('float', depth)}, {self.literal('int')})", lambda: f"abs({e('float', depth)})"])()

    def make_str(self, depth):
        r, e = self.r, self.expression
        return r.choice([
            lambda: f"({e('str', depth)} + {e('str', depth)})", lambda: f"str({e('any', depth)})", lambda: f"repr({e('any', depth)})",
            lambda: f"{e('str', depth)}[{slice_(r)}]", lambda: self.f_string(depth),
            lambda: f"{e('str', depth)}.{r.choice(['upper', 'title', 'strip', 'swapcase', 'casefold'])}()",
            lambda: f"{e('str', 0)}.join(map(str, {e('list', depth)}))", lambda: f"{e('str', depth)} * {r.randrange(4)}",
            lambda: f"'%s-%r' % ({e('any', depth)}, {e('any', depth)})", lambda: f"'{{}}|{{:>6}}'.format({e('any', depth)}, {e('int', depth)})",
            lambda: f"{e('str', depth)}.replace({e('str', 0)}, {e('str', 0)})", lambda: f"{e('str', depth)} {e('str', 0) if r.random() < 0.01 else ''}".strip(),
        ])()

    def f_string(self, depth):
        r = self.r
        quote = r.choice(["'", '"', '"""', "'''"])
        parts = []
        for _ in range(r.randrange(1, 4)):
            value = self.expression(r.choice(["any", "int", "str", "float"]), depth)
            if "\n" in value:
                value = "0"
            parts.append(r.choice(["", "x ", "{{", "}}", "é"]) + "{" + (" " if value.startswith("{") else "") + "(" + value + ")" +
                         r.choice(["", "", " ", "="]) + r.choice(["", "", "!r", "!s", "!a"]) + r.choice(["", "", "", ":>10", ":{5}", ":<{2 + 3}"]) + "}")
        return "f" + quote + "".join(parts) + quote

    def make_list(self, depth):
        r, e = self.r, self.expression
        return r.choice([
            lambda: "[" + ", ".join(r.choice(["", "", "", "*"]) + e("any", depth) if r.random() < 0.9 else "*" + e("list", depth) for _ in range(r.randrange(4))) + "]",
            lambda: self.comprehension("list", depth), lambda: f"list({e(r.choice(['tuple', 'str', 'dict', 'set']), depth)})",
            lambda: f"({e('list', depth)} + {e('list', depth)})", lambda: f"{e('list', depth)}[{slice_(r)}]",
            lambda: f"sorted({e('list', depth)}, key=str)", lambda: f"{e('list', depth)} * {r.randrange(3)}",
            lambda: f"{e('str', depth)}.split({r.choice(['', self.literal('str')])})", lambda: f"[*{e('tuple', depth)}, {e('any', depth)}]",
            lambda: f"list(zip({e('list', depth)}, {e('str', depth)}))", lambda: f"list(map(lambda v: (v, {e('int', 0)}), {e('list', depth)}))",
            lambda: f"list({e('dict', depth)}.items())", lambda: f"list(enumerate({e('str', depth)}, {e('int', 0)}))"])()

    def make_tuple(self, depth):
        r, e = self.r, self.expression
        return r.choice([lambda: f"({e('any', depth)}, {e('any', depth)})", lambda: f"(*{e('list', depth)}, {e('any', depth)})",
                         lambda: f"tuple({e('list', depth)})", lambda: f"{e('tuple', depth)}[{slice_(r)}]", lambda: f"({e('tuple', depth)} + {e('tuple', depth)})",
                         lambda: f"divmod({e('int', depth)}, {e('int', depth)})", lambda: f"{e('str', depth)}.partition({e('str', 0)})"])()

    def make_dict(self, depth):
        r, e = self.r, self.expression
        return r.choice([lambda: "{" + ", ".join(f"{e(r.choice(['str', 'int']), depth)}: {e('any', depth)}" for _ in range(r.randrange(4))) + "}",
                         lambda: self.comprehension("dict", depth), lambda: f"{{**{e('dict', depth)}, {e('str', 0)}: {e('any', depth)}}}",
                         lambda: f"({e('dict', depth)} | {e('dict', depth)})", lambda: f"dict.fromkeys({e('str', depth)}, {e('int', 0)})",
                         lambda: f"dict(enumerate({e('list', depth)}))", lambda: f"dict(a={e('any', depth)}, b={e('any', depth)})"])()

    def make_set(self, depth):
        r, e = self.r, self.expression
        return r.choice([lambda: self.comprehension("set", depth), lambda: f"set({e('str', depth)})", lambda: f"({e('set', depth)} {r.choice('&|-^')} {e('set', depth)})",
                         lambda: f"{{{e('int', depth)}, {e('str', depth)}}}", lambda: f"frozenset({e('tuple', depth)})"])()

    def make_bool(self, depth):
        r, e = self.r, self.expression
        kind = r.choice(["int", "str", "float", "list", "tuple", "set"])
        return r.choice([lambda: f"{e(kind, depth)} {r.choice(['<', '<=', '>', '>=', '==', '!='])} {e(kind, depth)}",
                         lambda: f"({e('int', depth)} < {e('int', depth)} <= {e('int', depth)})", lambda: f"(not {e('bool', depth)})",
                         lambda: f"({e('bool', depth)} {r.choice(['and', 'or'])} {e('bool', depth)})", lambda: f"({e('any', depth)} {r.choice(['in', 'not in'])} {e('list', depth)})",
                         lambda: f"isinstance({e('any', depth)}, {r.choice(TYPES[:8])})", lambda: f"any({self.comprehension('gen', depth)})",
                         lambda: f"({e('any', depth)} is {r.choice(['None', 'not None'])})", lambda: f"all({e('list', depth)})"])()

    def make_any(self, depth):
        r = self.r
        if r.random() < 0.15:
            return f"Box({self.expression('any', depth)})"
        if r.random() < 0.05:
            return f"{self.expression('any', depth)}.{r.choice(['real', 'a', 'upper', 'append', 'nothing', 'k'])}"
        if r.random() < 0.05:
            return f"[{self.expression('any', depth)}, lambda: 0][0]"
        return getattr(self, "make_" + r.choice(KINDS[:-1]))(depth)

    def comprehension(self, kind, depth):
        r, v = self.r, self.fresh("c")
        source = r.choice([f"range({r.randrange(5)})", self.expression("list", depth), self.expression("str", 0), self.expression("tuple", depth)])
        self.names["any"].append(v)
        if source.startswith("range"):
            self.names["int"].append(v)
        clauses = f"for {v} in {source}"
        second = None
        if r.random() < 0.2:
            second = self.fresh("c")
            clauses += f" for {second} in {r.choice([f'range({r.randrange(4)})', f'({v}, 1)', self.literal('str')])}"
            self.names["any"].append(second)
        if r.random() < 0.3:
            clauses += f" if {self.expression('bool', depth)}"
        item = self.expression("int" if kind == "int" else "any", depth)
        if kind == "dict":
            text = f"{{{v}: {item} {clauses}}}"
        else:
            text = {"list": "[%s]", "set": "{%s}", "gen": "(%s)", "int": "[%s]"}[kind] % f"{item} {clauses}"
        for pool in self.names.values():
            for name in (v, second):
                if name in pool:
                    pool.remove(name)
        return text.replace("for (w", "for (w") if ":=" not in text else text.replace(":=", "or")

    def call(self, depth):
        r = self.r
        name, parameters = r.choice(self.functions)
        parts = [self.expression("any", depth) for _ in range(parameters if r.random() < 0.85 else r.randrange(5))]
        if r.random() < 0.1:
            parts.append("*" + self.expression("tuple", depth))
        if r.random() < 0.15:
            parts.append(f"{r.choice(['p1', 'p2', 'k1', 'zz'])}={self.expression('any', depth)}")
        if r.random() < 0.05:
            parts.append("**{'k1': 1, 'k2': 2}")
        return f"{name}({', '.join(parts)})"

    # ---- Statements

    def emit(self, text):
        self.lines.append("    " * self.indent + text)

    def block(self, most=3):
        self.indent += 1
        before = {kind: list(pool) for kind, pool in self.names.items()}
        for _ in range(self.r.randrange(1, most + 1)):
            self.statement()
        self.indent -= 1
        if self.r.random() < 0.7:
            self.names = before

    def bounded(self, kind, text):
        if self.loops == 0:
            return text
        if kind == "int":
            return f"({text}) % 99991"
        if kind in ("str", "list", "tuple"):
            return f"({text})[:30]"
        return text if kind in ("bool", "float") else "0 if len(ascii(q := " + text + ")) > 500 else q" if kind != "any" and ":=" not in text else self.literal(kind)

    def statement(self):
        r = self.r
        self.budget -= 1
        if self.budget < 0 or self.indent > 6:
            self.emit(f"show({self.expression('any', 1)})")
            return
        choices = [("assign", 10), ("show", 8), ("if_", 4), ("for_", 4), ("while_", 2), ("try_", 4), ("with_", 2), ("match_", 3),
                   ("def_", 4), ("class_", 2), ("augmented", 4), ("unpack", 3), ("store", 3), ("del_", 1), ("raise_", 1),
                   ("mutate", 4), ("jump", 2), ("misc", 2)]
        name = r.choices([c[0] for c in choices], [c[1] for c in choices])[0]
        getattr(self, "do_" + name)()

    def do_assign(self):
        kind = self.r.choice(KINDS)
        text = self.bounded(kind, self.expression(kind, 3))
        names = [self.variable(kind) if self.r.random() < 0.3 else None for _ in range(1 if self.r.random() < 0.9 else 2)]
        names = [name or self.fresh(kind[0]) for name in names]
        if self.r.random() < 0.06 and len(names) == 1 and names[0][0] != "c":
            self.emit(f"{names[0]}: {self.r.choice(['int', 'str', '\"x\"', 'list[int]'])} = {text}")
        else:
            self.emit(" = ".join(names) + " = " + text)
        self.names[kind] += [name for name in names if name not in self.names[kind]]

    def do_show(self):
        self.emit(f"show({', '.join(self.expression(self.r.choice(KINDS), 3) for _ in range(self.r.choice([1, 1, 2])))})")

    def do_augmented(self):
        kind = self.r.choice(["int", "str", "list", "float", "set", "tuple", "dict"])
        name = self.variable(kind)
        if name is None:
            return self.do_assign()
        sign = {"int": self.r.choice(["+", "-", "//", "%", "&", "|", "^"]), "float": self.r.choice("+-*/"), "set": self.r.choice("&|-^"), "dict": "|"}.get(kind, "+")
        value = self.expression(kind, 1) if kind in ("int", "float", "set", "dict") else self.literal(kind)
        self.emit(f"{name} {sign}= {value}")

    def do_unpack(self):
        r = self.r
        targets = [self.fresh("u") for _ in range(r.randrange(1, 4))]
        shown = list(targets)
        if r.random() < 0.4:
            targets[r.randrange(len(targets))] = "*" + self.fresh("u")
        text = ", ".join(targets) + ("," if len(targets) == 1 else "")
        if r.random() < 0.2:
            text = f"({text}), {self.fresh('u')}"
        self.emit(f"{text} = {self.expression(r.choice(['tuple', 'list', 'str', 'any']), 2)}")
        self.names["any"] += [name.strip("*") for name in targets]

    def do_store(self):
        r = self.r
        target = r.choice([lambda: f"{self.variable('list') or '[0]'}[{self.expression('int', 1)}]", lambda: f"{self.variable('dict') or '{}'}[{self.expression('any', 1)}]",
                           lambda: f"{self.variable('list') or '[]'}[{slice_(r)}]", lambda: f"{self.variable('any') or 'Box()'}.a"])()
        operator = r.choice(["=", "=", "=", "+=", "*=" if self.loops == 0 else "-="])
        self.emit(f"{target} {operator} {self.expression(r.choice(['int', 'list']), 1) if self.loops == 0 else self.literal('int')}")

    def do_mutate(self):
        r = self.r
        name = self.variable("list")
        if name and r.random() < 0.6:
            self.emit(f"{name}.{r.choice(['append', 'remove', 'index', 'count'])}({self.literal('any')})" if r.random() < 0.5 else
                      f"{name}.{r.choice(['pop()', 'clear()', 'reverse()', 'sort(key=repr)', 'copy()', 'pop(0)', 'insert(1, None)', 'extend([1, 2])', 'sort()'])}")
        else:
            name = self.variable("dict") or "{}"
            self.emit(f"show({name}.{r.choice(['pop(1, None)', 'popitem()', 'setdefault(1, [])', 'get(1)', 'clear()', 'update(a=1)', 'keys()', 'pop(5)'])})")

    def do_if_(self):
        self.emit(f"if {self.expression('bool', 2)}:")
        self.block()
        while self.r.random() < 0.25:
            self.emit(f"elif {self.expression('bool', 1)}:")
            self.block(2)
        if self.r.random() < 0.4:
            self.emit("else:")
            self.block(2)

    def do_for_(self):
        if self.loops >= 2:
            return self.do_show()
        r, v = self.r, self.fresh("i")
        source = r.choice([f"range({r.randrange(6)})", self.expression("list", 1), self.expression("str", 1), f"enumerate({self.expression('str', 1)})", self.expression("dict", 1),
                           f"range({r.randrange(5)}, -3, -2)", self.expression("tuple", 1)])
        target = v if r.random() < 0.85 else f"{v}, {self.fresh('i')}"
        if source.startswith("range"):
            self.names["int"].append(v)
        self.names["any"].append(v)
        self.emit(f"for {target} in {source if source.startswith('range') else 'tuple(' + source + ')[:6]' if r.random() < 0.8 else '[*' + source + '][:5]'}:")
        self.loops += 1
        self.block()
        self.loops -= 1
        if r.random() < 0.25:
            self.emit("else:")
            self.block(2)

    def do_while_(self):
        if self.loops >= 2:
            return self.do_show()
        v = self.fresh("n")
        self.emit(f"{v} = {self.r.randrange(5)}")
        self.emit(f"while ({v} := {v} - 1) > 0{' and ' + self.expression('bool', 1) if self.r.random() < 0.4 else ''}:")
        self.loops += 1
        self.block()
        self.loops -= 1
        if self.r.random() < 0.25:
            self.emit("else:")
            self.block(2)

    def do_jump(self):
        r = self.r
        if self.loops and r.random() < 0.6:
            self.emit(r.choice(["break", "continue"]) if r.random() < 0.5 else f"if {self.expression('bool', 1)}: {r.choice(['break', 'continue'])}")
        elif self.function_depth:
            self.emit((f"if {self.expression('bool', 1)}: " if r.random() < 0.5 else "") + f"return {self.expression('any', 2)}")
        else:
            self.do_show()

    def do_try_(self):
        r = self.r
        self.emit("try:")
        self.block()
        star = "*" if r.random() < 0.1 else ""
        handlers = r.choice([0, 1, 1, 1, 2])
        loops, self.loops = self.loops, 0 if star else self.loops
        depth, self.function_depth = self.function_depth, 0 if star else self.function_depth
        for _ in range(handlers):
            self.emit(f"except{star} {r.choice(ERRORS)}{r.choice(['', ' as e'])}:" if star or r.random() < 0.9 or _ < handlers - 1 else "except:")
            self.block(2)
        self.loops, self.function_depth = loops, depth
        if handlers and r.random() < 0.3:
            self.emit("else:")
            self.block(2)
        if not handlers or r.random() < 0.3:
            self.emit("finally:")
            self.block(2)

    def do_with_(self):
        r = self.r
        items = [f"Manager({self.expression('any', 1)}, {self.expression('bool', 0)}){r.choice(['', ' as m' + str(k)])}" for k in range(r.choice([1, 1, 2]))]
        if r.random() < 0.05:
            items.append(self.expression("any", 1) + " as z")
        text = ", ".join(items)
        self.emit(f"with ({text}):" if r.random() < 0.3 else f"with {text}:")
        self.block()

    def pattern(self, depth=2, bound=None):
        r = self.r
        bound = bound if bound is not None else []

        def name():
            v = self.fresh("m")
            bound.append(v)
            return v
        if depth <= 0 or r.random() < 0.35:
            return r.choice([lambda: r.choice(["0", "1", "-1", "'a'", "None", "True", "2.5", "b'a'", "-1.5", "1+2j", "'abc'", "''"]), name, lambda: "_", lambda: f"{r.choice(TYPES[:6])}()"])()
        sub = lambda: self.pattern(depth - 1, bound)
        return r.choice([
            lambda: "[" + ", ".join(sub() for _ in range(r.randrange(4))) + "]",
            lambda: "(" + "".join(sub() + ", " for _ in range(r.randrange(1, 3))) + "*" + r.choice(["_", name()]) + ")",
            lambda: "{" + ", ".join(f"{k}: {sub()}" for k in r.sample(["1", "'a'", "'k'", "None", "2"], r.randrange(3))) + "}",
            lambda: "{" + f"{r.choice(['1', chr(39) + 'a' + chr(39)])}: {sub()}, **{name()}" + "}",
            lambda: f"Box({', '.join(sub() for _ in range(r.randrange(3)))})", lambda: f"Box(a={sub()})", lambda: f"{r.choice(TYPES[:5])}({sub()})",
            lambda: f"({r.choice(['1', '0', 'None'])} | {r.choice(['2', 'str()', 'True'])} | {r.choice(['[]', '_', 'float()'])})",
            lambda: f"({sub()}) as {name()}", lambda: "Box.count"])()

    def do_match_(self):
        self.emit(f"match {self.expression(self.r.choice(['any', 'list', 'tuple', 'dict', 'int']), 2)}:")
        self.indent += 1
        for _ in range(self.r.randrange(1, 4)):
            bound = []
            text = self.pattern(2, bound)
            self.names["any"] += bound
            self.emit(f"case {text}{' if ' + self.expression('bool', 1) if self.r.random() < 0.25 else ''}:")
            self.indent += 1
            if bound:
                self.emit(f"show({', '.join(bound)})")
            self.indent -= 1
            self.block(1)
            for name in bound:
                self.names["any"].remove(name) if name in self.names["any"] else None
        self.indent -= 1

    def do_def_(self):
        if self.function_depth >= 3:
            return self.do_show()
        r, name = self.r, self.fresh("f")
        count = r.randrange(3)
        parameters = [f"p{i + 1}" for i in range(count)]
        text = [p + (f"={self.expression('any', 1)}" if r.random() < 0.3 or any("=" in q for q in parameters[:0]) else "") for p in parameters]
        seen = False
        for i, p in enumerate(text):
            if "=" in p:
                seen = True
            elif seen:
                text[i] = p + "=None"
        if count and r.random() < 0.2:
            text.insert(r.randrange(1, count + 1), "/")
        star = r.random()
        if star < 0.15:
            text.append("*args")
        if star < 0.25:
            text += (["*"] if star >= 0.15 else []) + [f"k1{r.choice(['', '=1'])}"]
        if r.random() < 0.12:
            text.append("**kw")
        mode = r.choice(["", "", "", "", "yield", "yield", "async"])
        for _ in range(r.choice([0, 0, 0, 1])):
            self.emit(f"@deco({self.literal('int')})")
        self.emit(f"{'async ' if mode == 'async' else ''}def {name}({', '.join(text)}){r.choice(['', '', ' -> int'])}:")
        saved = (self.names, self.loops, self.function_depth, self.functions)
        self.names = {kind: list(pool) if r.random() < 0.5 else [] for kind, pool in self.names.items()}
        self.names["any"] += parameters + (["args"] if star < 0.15 else [])
        self.loops, self.functions, self.function_depth = (1 if self.loops else 0), list(self.functions), self.function_depth + 1
        self.indent += 1
        outer = [n for kind in saved[0] for n in saved[0][kind] if n[0] not in "cpm"]
        if outer and r.random() < 0.2:
            target = r.choice(outer)
            declaration = "global" if saved[2] == 0 else r.choice(["global", "nonlocal"])
            self.emit(f"{declaration} {target}")
        self.indent -= 1
        self.block(4)
        self.indent += 1
        if mode == "yield":
            for _ in range(r.randrange(1, 3)):
                self.emit(r.choice([f"yield {self.expression('any', 1)}", f"y = yield {self.expression('any', 1)}", f"show((yield))", f"yield from {self.expression('list', 1)}"]))
        elif mode == "async":
            self.emit(f"return {self.expression('any', 1)}")
        else:
            self.emit(f"return {self.expression('any', 2)}")
        self.indent -= 1
        self.names, self.loops, self.function_depth, self.functions = saved
        arguments = ", ".join(self.expression("any", 1) for _ in range(count)) + (", k1=2" if star < 0.25 else "")
        if mode == "yield":
            self.emit(f"show(cut({name}({arguments.strip(', ')})))")
        elif mode == "async":
            self.emit(f"try: {name}({arguments.strip(', ')}).send(None)")
            self.emit("except StopIteration as e: show(e.value)")
        else:
            self.functions = self.functions + [(name, count)]
            self.emit(f"show({name}({arguments.strip(', ')}))")

    def do_class_(self):
        if self.function_depth >= 2:
            return self.do_show()
        r, name = self.r, self.fresh("C")
        self.emit(f"class {name}{r.choice(['', '(Box)', '(list)', '(Exception)', '(dict)', '(int)'])}:")
        saved = (self.names, self.functions)
        self.names = {kind: list(pool) for kind, pool in self.names.items()}
        self.block(3)
        self.indent += 1
        self.emit(f"def method(self, x={self.expression('any', 0)}): return (type(self).__name__, x)")
        if r.random() < 0.3:
            self.emit("@property\n" + "    " * self.indent + "def prop(self): return self.method(5)")
        if r.random() < 0.3:
            self.emit("@classmethod\n" + "    " * self.indent + "def make(cls, *a): return cls.__name__, a")
        self.indent -= 1
        self.names, self.functions = saved
        self.emit(f"show({name}().method({self.expression('any', 1)}), [k for k in vars({name}) if not k.startswith('__')])")
        if r.random() < 0.5:
            self.emit(f"show({name}().{r.choice(['prop', 'make(1)', 'nothing', 'method.__qualname__', '__class__.__mro__[1].__name__'])})")

    def do_del_(self):
        r = self.r
        target = r.choice([lambda: f"{self.variable('list') or '[1]'}[{self.expression('int', 0)}]", lambda: f"{self.variable('dict') or '{}'}[{self.expression('any', 0)}]",
                           lambda: self.variable(r.choice(KINDS)) or "nothing", lambda: f"{self.variable('list') or '[1]'}[{slice_(r)}]"])()
        if target.startswith("c"):
            return self.do_show()
        self.emit(f"del {target}")

    def do_raise_(self):
        r = self.r
        self.emit((f"if {self.expression('bool', 1)}: " if r.random() < 0.6 else "") + r.choice([
            f"raise {r.choice(ERRORS[:9])}({self.expression('any', 1)})", f"raise {r.choice(ERRORS[:9])}", "raise",
            f"raise {r.choice(ERRORS[:9])}(1) from {r.choice(['None', 'KeyError(2)', 'ValueError', self.expression('any', 0)])}",
            f"assert {self.expression('bool', 1)}, {self.expression('any', 1)}", f"raise ExceptionGroup('g', [ValueError(1), TypeError({self.literal('int')})])",
            f"raise {self.expression('any', 0)}"]))

    def do_misc(self):
        self.emit(self.r.choice(["pass", "...", f"{self.expression('any', 2)}", "type Alias = int", "show(sorted(k for k in locals() if len(k) < 3 and k != 'T'))",
                                 f"exec({'q1 = 5' !r}); show(q1 if 'q1' in globals() else None)", f"show(eval({self.expression('int', 1)!r}))",
                                 "import math; show(math.floor(2.5))", f"assert {self.expression('bool', 1)}", f"for _ in (): pass",
                                 f"lambda *a, k=1, **kw: (yield)" if self.function_depth and False else "show((lambda *a, k=1, **kw: (a, k, kw))(1, *[2], z=3))"]))


def statements(r):
    program = Program(r)
    lines = SETUP.rstrip("\n").split("\n")
    program.lines = []
    while program.budget > 0:
        start = len(program.lines)
        wrapped = r.random() < 0.6
        if wrapped:
            program.emit("try:")
            program.indent += 1
        program.statement()
        if wrapped:
            program.indent -= 1
            program.emit("except Exception as e: fail(e)")
    return lines + program.lines


GENERATORS = [(statements, 30)]
