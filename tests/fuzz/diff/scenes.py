"""The object model and control flow in scenes: a cast of random classes, generators, functions or scopes, and a
random sequence of what is done to them.  Every special method says that it was called."""
from values import *
import values
from calls import attempt

BINARY_METHODS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "and": "&", "or": "|",
                  "xor": "^", "lshift": "<<", "rshift": ">>", "matmul": "@", "pow": "**"}
COMPARISONS = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
UNARY = {"neg": "-x", "pos": "+x", "invert": "~x", "abs": "abs(x)", "len": "len(x)", "bool": "bool(x)", "int": "int(x)",
         "float": "float(x)", "complex": "complex(x)", "index": "[10, 20, 30][x]", "str": "str(x)",
         "repr": "repr(x)", "iter": "list(x)", "next": "next(x)", "reversed": "reversed(x)", "call": "x(1, k=2)",
         "round": "round(x)", "trunc": "__import__('math').trunc(x)", "floor": "__import__('math').floor(x)",
         "ceil": "__import__('math').ceil(x)", "bytes": "bytes(x)", "length_hint": "list(x)", "format": "f'{x:>5}'",
         "dir": "dir(x)", "divmod": "divmod(x, 2)", "contains": "5 in x", "getitem": "x[1]", "setitem": "x.__setitem__(1, 2)",
         "enter": "x.__enter__()", "getattr": "x.missing", "fspath": "x.__fspath__()", "class_getitem": "type(x)[int]"}
MORE_OPERATIONS = ["list(x)", "x[0]", "x[-1]", "x[1:2]", "del x[0]", "x[0] = 5", "x[0] += 1", "x in [1, x]", "[x] == [x]", "{x: 1}", "for i in x: print(i); break",
                   "a, b = x", "a, *b = x", "print(f'{x!s:5}|{x!r}')", "'%s %d' % (x, x)", "'{:x}'.format(x)", "with x as y: show(y)", "min(x, 1)", "sum([x], x)", "sorted([x, x])",
                   "max([1, x])", "x.__class__.__name__", "x.attr", "x.attr = 1", "del x.attr", "bool(x) and 1", "x if x else 0", "not x", "range(x)", "'a' * x", "chr(x)", "[1, 2][x:]",
                   "iter(x)", "reversed(x)", "str(x, 'ascii')", "bytes([x])", "int('1', x)", "pow(x, 2, 5)", "pow(2, x)", "round(x, 1)", "divmod(3, x)", "isinstance(1, x)", "x(*x)", "x(**x)", "{**x}",
                   "[*x]", "print(x)", "print(1, end=x)", "x == x", "x != x", "x < 1", "1 < x < 3", "x is x", "dict(x)", "dict.fromkeys(x)", "zip(x, x).__next__()", "any(x)", "map(x, [1]).__next__()",
                   "getattr(x, 'attr', 0)", "hasattr(x, 'nothing')", "setattr(x, 'n', 1)", "vars(x)", "type(x).__bases__", "len(x)", "x.__dict__", "float(x) + 1", "complex(x, 1)", "abs(x)", "~x", "-x",
                   "raise x", "x @ 2", "x |= 3", "x **= 2", "3 ** x", "2 << x", "''.join(x)", "','.join([x])", "'abc'.startswith(x)", "'abc'[x]", "b'abc'[x]", "range(5)[x]", "(1, 2, 3)[x]", "memoryview(b'a')[x]",
                   "issubclass(x, int)", "enumerate('ab', x).__next__()", "format(x, '5')", "format(x)", "[3, x].index(x)", "[x].count(1)", "[x].remove(x)", "{1, x}", "x.__init__()", "super(type(x), x).__repr__()[:9]"]


def result(r):
    return r.choice(["NotImplemented", "NotImplemented", "self", "None", "1", "-1", "0", "'text'", "3.5", "True", "[1, 2]", "iter([4, 5])", "(1, 2)", "b'by'", "1j", "2**70", "''",
                     "raise ValueError('v')", "raise IndexError(0)", "raise AttributeError('at')", "raise TypeError('ty')", "raise StopIteration(9)", "raise KeyError('k')", "super_"])


def method(r, owner, name, parameters="self, *a", bases=True):
    value = result(r)
    body = f"print('{owner}.{name}', ascii(a))"
    if value == "super_":
        value = f"super().{name}(*a)"
    end = value if value.startswith("raise") else f"return {value}"
    if name == "__next__":
        end = f"bounded(); {end}"
    elif name == "__getitem__":
        end = f"bounded(a); {end}"
    if name in ("__init__", "__init_subclass__", "__set_name__") and r.random() < 0.9:
        end = "pass"
    return [f"    def {name}({parameters}{', **k' if name in ('__call__', '__init__', '__new__') else ''}):", f"        {body}; {end}"]


BASES = ["", "", "", "(int)", "(str)", "(list)", "(dict)", "(tuple)", "(float)", "(set)", "(Exception)", "(bytes)", "(complex)", "(frozenset)", "(bytearray)"]


def special_methods(r):
    lines = []
    names = ["A", "B"][: r.choice([1, 2, 2])]
    for index, owner in enumerate(names):
        base = r.choice(BASES) if index == 0 or r.random() < 0.5 else "(A)"
        lines.append(f"class {owner}{base}:")
        if r.random() < 0.12 and base in ("", "(A)"):
            lines.append(f"    __slots__ = {r.choice(['()', repr(('attr',)), repr(('attr', '__dict__')), chr(39) + 'attr' + chr(39)])}")
        for _ in range(r.randrange(1, 7)):
            kind = r.random()
            if kind < 0.35:
                stem = r.choice(list(BINARY_METHODS))
                name = f"__{r.choice(['', 'r', 'i', 'r'])}{stem}__"
            elif kind < 0.55:
                name = f"__{r.choice(list(COMPARISONS))}__"
            else:
                name = f"__{r.choice(list(UNARY) + ['setitem', 'delitem', 'missing', 'exit', 'set_name', 'init', 'getattribute', 'setattr', 'delattr', 'instancecheck'])}__"
            if name == "__getattribute__" and r.random() < 0.8:
                continue
            if r.random() < 0.06:
                lines.append(f"    {name} = {r.choice(['None', '5', 'lambda *a: 7', 'len', 'staticmethod(lambda *a: len(a))', 'classmethod(lambda *a: len(a))', 'property(lambda self: lambda *a: 8)'])}")
            else:
                lines += method(r, owner, name)
        lines.append("    attr = 1" if base == "" and "__slots__" not in lines[-1] and not any("__slots__" in line for line in lines) else "    pass")
    arguments = r.choice(["", "", "1", "'ab'", "[1, 2]"])
    for owner in names:
        lines += attempt([f"{owner.lower()} = {owner}({arguments})"])
    for _ in range(r.randrange(5, 14)):
        x = r.choice(names).lower()
        other = r.choice(["a", "a", x, r.choice(INTS[:8]), "[1]", "'s'", "1.5", "(1, 2)", "None", "1j", "{1: 2}", "{1}"])
        if other == "a" and len(names) == 2:
            other = r.choice(["a", "b"])
        kind = r.random()
        if kind < 0.3:
            a, b = (x, other) if r.random() < 0.6 else (other, x)
            lines += attempt([f"show_type({a} {r.choice(list(BINARY_METHODS.values()) + list(COMPARISONS.values()) * 2)} {b})"])
        elif kind < 0.4:
            lines += attempt([f"y = {x}", f"y {r.choice(list(BINARY_METHODS.values()))}= {other}", "show_type(y)"])
        elif kind < 0.6:
            lines += attempt([f"x = {x}", f"show_type({r.choice(list(UNARY.values()))})"])
        else:
            operation = r.choice(MORE_OPERATIONS)
            statement = any(operation.startswith(p) for p in ("del ", "for ", "with ", "raise ", "print", "a, ", "setattr")) or " = " in operation or "|= " in operation or "**= " in operation or "+= " in operation
            lines += attempt([f"x = {x}", operation if statement else f"show_type({operation})"])
    return SHOW_TYPE + lines


SHOW_TYPE = ["from itertools import count", "ticks = [0]", "def bounded(a=()):", "    ticks[0] += 1", "    if ticks[0] % 5 == 0: raise IndexError('enough') if a else StopIteration"][1:] + ["def show_type(v):",
             "    t = type(v)",
             "    print(t.__name__, ascii(v) if t in (int, str, float, bool, bytes, complex, tuple, list, type(None)) and len(ascii(v)) < 300 and ' object at ' not in ascii(v) else '')"]


# ---- Descriptors and attribute look-up

def descriptors(r):
    lines = []
    for d in ("D1", "D2"):
        lines.append(f"class {d}:")
        for name, parameters, value in (("__get__", "self, obj, owner=None", r.choice(["('got', obj is None, owner and owner.__name__)", "self", "1", "raise AttributeError('dg')", "len"])),
                                        ("__set__", "self, obj, value", r.choice(["None", "obj.__dict__.__setitem__('x', value)", "raise ValueError('ds')"])),
                                        ("__delete__", "self, obj", r.choice(["None", "raise KeyError(1)"])), ("__set_name__", "self, owner, name", r.choice(["None", "None", "raise TypeError('sn')"]))):
            if r.random() < 0.5:
                end = value if value.startswith("raise") else f"return {value}"
                lines += [f"    def {name}({parameters}):", f"        print('{d}.{name}'); {end}"]
        lines.append("    pass")
    meta = r.random() < 0.4
    if meta:
        lines += ["class Meta(type):"]
        for name in r.sample(["__getattr__", "__call__", "__setattr__", "__instancecheck__", "__subclasscheck__", "__iter__", "__len__", "__contains__", "__getitem__", "__or__", "__eq__", "__bool__", "__repr__", "__dir__", "mro", "__prepare__", "__new__", "__init__"], 4):
            if name == "__prepare__":
                lines += ["    @classmethod", "    def __prepare__(m, name, bases, **k): print('prepare', name, k); return {'prepared': 1}"]
            elif name in ("__new__", "__call__", "__init__", "__setattr__"):
                lines += [f"    def {name}(c, *a, **k): print('Meta.{name}', len(a), k); return super().{name}({'c, ' if name == '__new__' else ''}*a{', **k' if name == '__call__' else ''})"]
            elif name == "mro":
                lines += ["    def mro(c): print('mro'); return super().mro()"]
            elif name == "__repr__":
                lines += ["    def __repr__(c): return 'Meta:' + c.__name__"]
            elif name == "__eq__":
                lines += ["    def __eq__(c, o): print('Meta.__eq__'); return True", r.choice(["    __hash__ = type.__hash__", "    pass"])]
            else:
                lines += [f"    def {name}(c, *a): print('Meta.{name}', [v for v in a if isinstance(v, (int, str))]); {r.choice(['return 1', 'return True', 'return iter([1])', 'return []', 'raise AttributeError(9)', 'return super().' + name + '(*a)'])}"]
        lines.append(f"    x = {r.choice(['D1()', 'D2()', '5', 'property(lambda c: 6)'])}")
    classes = ["A", "B", "C"][: r.randrange(1, 4)]
    for index, owner in enumerate(classes):
        bases = r.sample(classes[:index], r.randrange(0, index + 1)) + (["metaclass=Meta"] if meta and (index == 0 or r.random() < 0.2) else [])
        if r.random() < 0.15:
            bases.append("flag=1")
        body = []
        for name in r.sample(["x", "y", "z"], r.randrange(1, 4)):
            body.append(f"    {name} = {r.choice(['D1()', 'D2()', '5', 'property(lambda self: 6)', 'staticmethod(len)', 'classmethod(lambda c, *a: (c.__name__, a))', 'lambda self, *a: a', 'len', 'D1', 'None'])}")
        for name in ("__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__init_subclass__", "__class_getitem__", "__init__", "__new__", "__dir__"):
            if r.random() < 0.14:
                if name in ("__getattr__",):
                    body += [f"    def {name}(self, n): print('{owner}.{name}', n); {r.choice(['return n', 'raise AttributeError(n)', 'return super().__getattribute__(n)'])}"]
                elif name == "__init_subclass__":
                    body += [f"    def {name}(cls, **k): print('{owner}.{name}', cls.__name__, k); super().__init_subclass__()"]
                elif name == "__class_getitem__":
                    body += [f"    def {name}(cls, k): return cls.__name__, k"]
                elif name == "__dir__":
                    body += ["    def __dir__(self): return ['b', 'a', 'c']"]
                elif name == "__new__":
                    body += [f"    def {name}(cls, *a): print('{owner}.{name}', a); return {r.choice(['super().__new__(cls)', 'super().__new__(cls)', '5', 'object.__new__(cls)'])}"]
                elif name == "__init__":
                    body += [f"    def {name}(self, *a): print('{owner}.{name}', a); self.i = 1"]
                else:
                    body += [f"    def {name}(self, *a): print('{owner}.{name}', a[0]); return super().{name}(*a)"]
        if r.random() < 0.15:
            body.append(f"    __slots__ = {r.choice([repr(('s', 'i')), '()', repr(['x']), repr(('__dict__',)), repr('s'), repr(('1a',)), '5', repr(('s', 's'))])}")
        lines += attempt([f"class {owner}{'(' + ', '.join(bases) + ')' if bases else ''}:"] + body)
        lines += attempt([f"{owner.lower()} = {owner}({r.choice(['', '', '1'])})"])
    for _ in range(r.randrange(5, 14)):
        o = r.choice([c.lower() for c in classes] + classes)
        n = r.choice("xyzsiw")
        lines += attempt([r.choice([f"show_type({o}.{n})", f"show_type({o}.{n}())", f"{o}.{n} = {r.choice(['1', 'D1()', 'len', 'D2()'])}", f"del {o}.{n}", f"show_type(getattr({o}, '{n}', 'default'))",
                                    f"show(hasattr({o}, '{n}'))", f"{o}.__dict__['{n}'] = 77", f"show(sorted(k for k in {o}.__dict__ if len(k) == 1))", f"show_type({o}[1])", f"show(isinstance({o}, {r.choice(classes)}))",
                                    f"show([c.__name__ for c in {r.choice(classes)}.__mro__])", f"{o}.__class__ = {r.choice(classes)}", f"show_type(super({r.choice(classes)}, {o}).{n})", f"show(type({o}).__name__)",
                                    f"{r.choice(classes)}.__bases__ = ({r.choice(classes)},)", f"show_type(vars({o}).get('{n}'))", f"show_type(object.__getattribute__({o}, '{n}'))", f"show(dir({o})[-3:])",
                                    f"show_type({o}.{n} + 1)", f"{o}.{n} += 1", f"show(bool({o}))", f"show_type({o} == {r.choice(classes)})", f"match {o}:\n        case {r.choice(classes)}({n}=v): show_type(v)\n        case _: print('none')"])])
    return SHOW_TYPE + lines


# ---- Generators, coroutines, asynchronous generators

def generator_body(r, indent, depth, asynchronous):
    pad, lines = "    " * indent, []
    for _ in range(r.randrange(1, 4)):
        kind = r.random()
        if kind < 0.35 or depth <= 0:
            lines.append(pad + r.choice([f"yield {r.choice(INTS[:6])}", "got = yield 'g'; print('got', ascii(got))", "print('step')", "x = (yield 1, 2)", "print(repr((yield)))"]))
        elif kind < 0.5 and not asynchronous:
            lines.append(pad + f"print('from', (yield from {r.choice(['[7, 8]', 'inner()', 'iter(())', repr('ab'), 'Iter()', 'inner()', '5'])}))")
        elif kind < 0.5:
            lines.append(pad + r.choice(["print(await Awaitable(1))", "async for q in agen(): yield q", "async with AManager(): yield 'w'", "print([q async for q in agen()])", "await 5", "print(await Awaitable('err'))"]))
        elif kind < 0.7:
            lines += [pad + "try:"] + generator_body(r, indent + 1, depth - 1, asynchronous)
            if r.random() < 0.6:
                lines += [pad + f"except {r.choice(['ValueError', 'GeneratorExit', 'Exception', 'BaseException', 'StopIteration'])} as e:", pad + "    print('caught', type(e).__name__, e)"]
                if r.random() < 0.7:
                    lines.append(pad + "    " + r.choice(["raise", "yield 'in except'", "return 'r'" if not asynchronous else "return", "raise KeyError(1)", "raise RuntimeError('new') from e", "pass", "raise StopIteration(3)"]))
                if r.random() < 0.3:
                    lines += [pad + "else:", pad + "    yield 'else'"]
                if r.random() < 0.5:
                    lines += [pad + "finally:", pad + "    " + r.choice(["print('fin')", "yield 'fin'", "print('fin'); yield 2"])]
            else:
                lines += [pad + "finally:", pad + "    " + r.choice(["print('fin')", "yield 'fin'", "print('fin')", "return 5" if not asynchronous else "return"])]
        elif kind < 0.8:
            lines += [pad + f"for i in range({r.randrange(1, 4)}):"] + generator_body(r, indent + 1, depth - 1, asynchronous)
        elif kind < 0.88:
            lines += [pad + "with Manager():"] + generator_body(r, indent + 1, depth - 1, asynchronous)
        else:
            lines.append(pad + r.choice(["raise ValueError('body')", "return" if asynchronous else "return 'done'", "raise StopIteration(1)", "raise StopAsyncIteration", "x = 1 / 0"]))
    return lines


COMMON = ["class Manager:", "    def __enter__(self): print('enter')", "    def __exit__(self, t, v, tb): print('exit', t and t.__name__); return t is KeyError",
          "class Iter:", "    n = 0", "    def __iter__(self): return self", "    def __next__(self):", "        self.n += 1", "        if self.n > 2: raise StopIteration('it')", "        return self.n"]


def driven(r, name, calls):
    lines = attempt([f"g = {name}()"])
    for _ in range(r.randrange(4, 11)):
        lines += attempt([f"print('->', ascii({r.choice(calls)}))"])
    lines += attempt(["print(g.gi_running, g.gi_frame is None, g.gi_yieldfrom is None, g.gi_suspended)"]) if "gi" in calls[-1] else []
    return lines + attempt(["del g"])


THROWS = ["ValueError", "ValueError('t')", "GeneratorExit", "KeyError(1)", "StopIteration(2)", "5", "ValueError, 'old'", "RuntimeError('x'), None, None", "StopAsyncIteration", "ExceptionGroup('g', [ValueError(1)])"]


def generators(r):
    lines = list(COMMON)
    lines += ["def inner():"] + generator_body(r, 1, 1, False) + ["    return 'inner'"]
    if not any("yield" in line for line in lines[len(COMMON):]):
        lines.insert(len(COMMON) + 1, "    yield 'i'")
    lines += ["def gen():", "    if 0: yield"] + generator_body(r, 1, 3, False)
    calls = ["next(g)", "next(g)", "next(g, 'd')", "g.send(5)", "g.send(None)", f"g.throw({r.choice(THROWS)})", f"g.throw({r.choice(THROWS)})", "g.close()", "list(g)", "g.__next__()", "[*zip(g, 'ab')]", "g.gi_running"]
    return lines + driven(r, "gen", calls)


def asynchronous(r):
    lines = COMMON + ["class Awaitable:", "    def __init__(self, n): self.n = n", "    def __await__(self):", "        if self.n == 'err': raise ValueError('await')", "        x = yield ('wait', self.n)", "        return ('value', x)",
                      "class AManager:", "    async def __aenter__(self): print('aenter'); return await Awaitable('in')", f"    async def __aexit__(self, t, *a): print('aexit', t and t.__name__); {r.choice(['return True', 'pass', 'await Awaitable(8)'])}",
                      "async def agen():", "    for i in range(2):", "        yield i", "        await Awaitable(i)"]
    if r.random() < 0.5:
        lines += ["async def coro():"] + [line.replace("yield", "await Awaitable(0) ,").replace("from ", "") if "yield" in line and "async for" not in line and "async with" not in line else line.replace("yield q", "print(q)").replace("yield 'w'", "print('w')")
                                         for line in generator_body(r, 1, 2, True)] + ["    return 'end'"]
        calls = ["g.send(None)", "g.send(1)", "g.send(None)", f"g.throw({r.choice(THROWS)})", "g.close()", "g.cr_running", "g.cr_await is None", "next(g)", "iter(g)", "g.__await__().send(None)"]
        return lines + driven(r, "coro", calls) + ["import gc; gc.collect()"] if False else lines + driven(r, "coro", calls)
    lines += ["async def ag():", "    if 0: yield"] + generator_body(r, 1, 3, True)
    lines += ["def drive(awaitable):", "    it = awaitable.__await__() if hasattr(awaitable, '__await__') else awaitable", "    for n in range(5):", "        try: print('waits', ascii(it.send(None if n == 0 else n)))",
              "        except StopIteration as e: return 'result', e.value", "    it.close()"]
    calls = ["drive(g.__anext__())", "drive(anext(g))", "drive(g.asend(3))", "drive(g.asend(None))", f"drive(g.athrow({r.choice(THROWS)}))", "drive(g.aclose())", "g.asend(1).close()", "g.__anext__().throw(ValueError('q'))", "g.ag_running", "g.ag_frame is None", "aiter(g) is g"]
    return lines + driven(r, "ag", calls)


# ---- Functions: signatures and the calls that do not fit them

def signatures(r):
    lines = []
    for index in range(r.randrange(1, 3)):
        names, parts = list("abcde"), []
        count = r.randrange(0, 4)
        default = False
        for i in range(count):
            default = default or r.random() < 0.3
            parts.append(names[i] + ("=%d" % i if default else ""))
        if parts and r.random() < 0.3:
            parts.insert(r.randrange(1, len(parts) + 1), "/")
        star = r.random()
        if star < 0.3:
            parts.append("*args")
        elif star < 0.5:
            parts.append("*")
        if star < 0.5 and (star >= 0.3 or r.random() < 0.5):
            parts += [n + r.choice(["", "=9"]) for n in ["kx", "ky"][: r.randrange(1, 3)]]
        if r.random() < 0.3:
            parts.append("**kw")
        values_ = ", ".join(p.split("=")[0].strip("*") for p in parts if p not in ("/", "*"))
        form = r.choice(["def", "def", "lambda", "method", "class"])
        if form == "def":
            lines.append(f"def f{index}({', '.join(parts)}): return [{values_}]")
        elif form == "lambda":
            lines.append(f"f{index} = lambda {', '.join(parts)}: [{values_}]")
        elif form == "method":
            lines += ["class K:", f"    {r.choice(['', '@staticmethod', '@classmethod'])}", f"    def method(self{', ' if parts and parts[0] != '/' else ''}{', '.join(p for p in parts if p != '/')}): return [{values_}]", f"f{index} = K().method"]
        else:
            lines += ["class L:", f"    def __init__(self{', ' if parts else ''}{', '.join(p for p in parts if p != '/')}): print([{values_}])", f"    def __repr__(self): return 'L'", f"f{index} = L"]
        for _ in range(r.randrange(3, 8)):
            arguments, keywords = [], []
            for _ in range(r.randrange(0, 5)):
                kind = r.random()
                if kind < 0.5:
                    arguments.append(r.choice(INTS[:9]))
                elif kind < 0.75:
                    keywords.append(f"{r.choice(['a', 'b', 'c', 'kx', 'ky', 'zz', 'self', 'kw', 'args', 'k'])}=5")
                elif kind < 0.87:
                    arguments.append("*" + r.choice(["[1, 2]", "()", "'ab'", "range(3)", "5", "{1: 2}", "None", "(x for x in [1])"]))
                else:
                    keywords.append("**" + r.choice(["{}", "{'a': 1}", "{'kx': 2, 'b': 3}", "{'zz': 1}", "dict(ky=1)", "5", "[('a', 1)]", "None"]))
            seen, unique = set(), []
            for k in keywords:
                if k.startswith("**") or k.split("=")[0] not in seen:
                    unique.append(k)
                    seen.add(k.split("=")[0])
            lines += attempt([f"show(f{index}({', '.join(arguments + unique)}))"])
    return lines


# ---- Scopes

def scopes(r):
    lines = []

    def body(indent, kind, depth, available):
        pad = "    " * indent
        names = r.sample("abcd", r.randrange(1, 4))
        for n in names:
            p = r.random()
            if p < 0.12 and kind == "function" and depth > 1:
                lines.append(pad + f"nonlocal {n}")
            elif p < 0.2 and kind != "module":
                lines.append(pad + f"global {n}")
            elif p < 0.6:
                lines.append(pad + r.choice([f"{n} = '{n}{indent}'", f"for {n} in '{indent}': pass", f"{n}: int = {indent}", f"import math as {n}; {n} = {n}.pi", f"({n} := {indent})", f"def {n}(): return '{n}'\n{pad}{n} = {n}()", f"{n} = [{n} for {n} in '{indent}q']", f"try: 1/0\n{pad}except Exception as {n}: pass", f"{n} = lambda: {n}\n{pad}{n} = 0", f"match {indent}:\n{pad}    case {n}: pass"]))
            elif p < 0.7:
                lines.append(pad + f"del {n}")
        for _ in range(r.randrange(1, 4)):
            n = r.choice("abcd")
            lines.append(pad + f"try: print('{kind}', {indent}, {r.choice([n, n, f'(lambda: {n})()', f'[{n} for _ in [0]]', f'[[{n} for q in [_]] for _ in [0]]', f'eval({n!r})', f'sorted(k for k in locals() if len(k) == 1)', f'sorted(k for k in vars() if len(k) == 1)', f'{n!r} in globals()', f'(y := {n})', f'list({n} for _ in [1])', f'sorted(dir())[-1:]'])})")
            lines.append(pad + "except Exception as e: print(type(e).__name__, e)")
        if depth < 4:
            for _ in range(r.randrange(0, 3)):
                inner = r.choice(["function", "function", "class", "generator"])
                name = f"n{len(lines)}"
                if inner == "class":
                    lines.append(pad + f"class {name}{r.choice(['', '[T]']) if r.random() < 0.3 else ''}:")
                    body(indent + 1, "class", depth + 1, available)
                else:
                    lines.append(pad + f"def {name}({r.choice(['', '', 'a=1', '*, b=2', 'c=lambda: 0'])}):")
                    if inner == "generator":
                        lines.append("    " * (indent + 1) + "yield 1")
                    body(indent + 1, "function", depth + 1, available)
                    lines.append(pad + f"try: {'list' if inner == 'generator' else ''}({name}())" if inner == "generator" else pad + f"try: {name}()")
                    lines.append(pad + "except Exception as e: print(type(e).__name__, e)")
                    if r.random() < 0.2:
                        lines.append(pad + f"print({name}.__code__.co_varnames, {name}.__code__.co_freevars, {name}.__code__.co_cellvars, {name}.__code__.co_names)")
    body(0, "module", 0, [])
    return lines


# ---- Exceptions

def exception(r, depth=1):
    if depth > 0 and r.random() < 0.3:
        return f"{r.choice(['ExceptionGroup', 'BaseExceptionGroup'])}('g', [{', '.join(exception(r, depth - 1) for _ in range(r.randrange(1, 4)))}])"
    return r.choice(["ValueError(1)", "TypeError('t')", "KeyError('k')", "OSError(2, 'no', 'f')", "StopIteration(5)", "KeyboardInterrupt()", "E(3)", "IndexError", "ZeroDivisionError()", "E", "SystemExit(3)", "UnicodeDecodeError('u', b'a', 0, 1, 'r')", "AttributeError('n', name='x', obj=1)", "ImportError('m', name='q')", "SyntaxError('s', ('f', 1, 2, 'tx'))", "AssertionError()", "NameError('zz', name='zz')"])


def exceptions(r):
    lines = ["class E(ValueError):", f"    {r.choice(['pass', 'def __str__(self): return repr(self.args) + chr(33)', 'def __init__(self, *a): self.x = a', '__slots__ = ()'])}", "def tell(e):", "    print(type(e).__name__, ascii(e.args) if hasattr(e, 'args') else '', type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__, getattr(e, '__notes__', None))"]

    def block(indent, depth, loop):
        pad = "    " * indent
        for _ in range(r.randrange(1, 3)):
            kind = r.random()
            if kind < 0.3 or depth <= 0:
                lines.append(pad + r.choice([f"raise {exception(r)}", f"raise {exception(r)} from {r.choice(['None', 'KeyError(7)', exception(r, 0), 'x', '5'])}", "raise", "print('here')", "1 / 0", "undefined", "[][3]", "{}['q']", "int('z')", "x.y", "assert 0, 'm'", "return 'early'", "len.x", "import nothing_there", "len(5)", "'a' + 1", "a, b = [1]", "x = sys.exc_info()[0]; print(x and x.__name__)", "print(type(sys.exception()).__name__)"] + (["break", "continue"] if loop else [])))
            elif kind < 0.75:
                star = r.random() < 0.3
                lines.append(pad + "try:")
                block(indent + 1, depth - 1, loop)
                handlers = r.choice([0, 1, 1, 2, 2])
                for h in range(handlers):
                    types = r.choice(["ValueError", "TypeError", "(KeyError, E)", "Exception", "LookupError", "OSError", "ArithmeticError", "E", "BaseException", "(ValueError, (TypeError, KeyError))" if not star else "E"] + (["ExceptionGroup", "5", "(int, ValueError)", "make()"] if r.random() < 0.15 else []))
                    lines.append(pad + f"except{'*' if star else ''} {types} as e:")
                    lines.append(pad + "    tell(e)")
                    if r.random() < 0.2:
                        lines.append(pad + "    e.add_note('n')")
                    if r.random() < 0.55:
                        before = len(lines)
                        block(indent + 1, depth - 1, loop and not star)
                        if star:
                            lines[before:] = [line.replace("return 'early'", "pass").replace("break", "pass").replace("continue", "pass") if line.strip() in ("return 'early'", "break", "continue") else line for line in lines[before:]]
                if handlers and r.random() < 0.25:
                    lines.append(pad + "else:")
                    block(indent + 1, depth - 1, loop)
                if not handlers or r.random() < 0.4:
                    lines.append(pad + "finally:")
                    lines.append(pad + "    print('finally')")
                    if r.random() < 0.5:
                        block(indent + 1, depth - 1, loop)
            elif kind < 0.85:
                lines.append(pad + f"with Manager({r.choice(['True', 'False', 'False', 'ValueError(9)', 'None'])}):")
                block(indent + 1, depth - 1, loop)
            else:
                lines.append(pad + f"for i in range({r.randrange(1, 3)}):")
                block(indent + 1, depth - 1, True)
                if r.random() < 0.3:
                    lines.append(pad + "else: print('loop else')")
    lines += ["import sys", "class Manager:", "    def __init__(self, r): self.r = r", "    def __enter__(self): print('enter')", "    def __exit__(self, t, v, tb):", "        print('exit', t and t.__name__, tb and tb.tb_lineno)", "        if isinstance(self.r, Exception): raise self.r", "        return self.r"]
    lines.append("def f(x=None):")
    block(1, 4, False)
    lines += ["try: print(f())", "except SystemExit as e: tell(e)"] if r.random() < 0.3 else ["print(f())"]
    return lines


GENERATORS = [(special_methods, 12), (descriptors, 10), (generators, 8), (asynchronous, 8), (signatures, 5), (scopes, 6), (exceptions, 8)]
