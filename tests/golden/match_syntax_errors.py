# Patterns that are forbidden.


def show(pattern, rest=""):
    source = f"match x:\n  case {pattern}: pass\n{rest}"
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(pattern, "->", error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print(pattern, "is fine")


for pattern in [
    "a | b", "a | 1", "1 | a", "(a | b)", "[a] | [b]", "[a] | [a]", "_ | 1", "1 | _", "_", "a, a", "[a, [a]]", "{1: a, 2: a}", "{1: a, **a}", "A(a, a)", "A(a, x=a)",
    "A(x=1, x=2)", "A(x=a, 1)", "A(x=1, y)", "A(**k)", "A(*a)", "*a", "*a, *b", "[*a, *b]", "*_, *_", "a, *b, c", "(*a)", "(*a,)", "{**a, **b}", "{**a, 1: b}",
    "{**_}", "{a: 1}", "{a.b: 1}", "{1: 2, 1: 3}", "{'a': 1, 'a' 'b': 2, 'ab': 3}", "{1: a, True: b}", "{1: a, 1.0: b}", "{-1: a, - 1: b}", "{1 + 1: a}", "{f'a': 1}",
    "f'a'", "f'{a}'", "1 + 2", "1 + 2j", "1 - 2j", "2j + 1", "1j", "-1j", "-1 + 2j", "1 + -2j", "+1", "--1", "-a", "not a", "a + b", "a.b", "a.b.c", "a()", "a.b()", "a().b", "a[1]", "a[1]()",
    "1 as a", "a as b", "a as a", "_ as a", "a as _", "a as b.c", "(a as b)", "[a, b] as a", "a as 1", "1 as a | 2 as a", "1 | 2 as a", "(1 as a) | (2 as a)", "True", "None", "...", "a.True",
    "'a' b'b'", "'a' f'b'", "b'a' b'b'", "a := 1", "lambda: 1", "a if b", "a if b else c", "(a if b else c)", "yield", "await a", "a and b", "a < b", "[a for a in b]", "{a for a in b}", "{a}",
    "{1}", "()", "[]", "{}", "(,)", "a,", "a,,b", "[a", "{1:}", "{1: 2,}", "A(,)", "A(1,)", "A(1,,)", "A(x=)", "A(=1)", "A(x.y=1)", "A('x'=1)", "x y", "1 2", "match", "case", "type", "class", "print a",
    "__debug__", "__debug__()", "a, __debug__", "A(__debug__=1)", "1 as __debug__", "*__debug__, a", "{**__debug__}",
]:
    show(pattern)
show("a", "  case b: pass\n"); show("_", "  case 1: pass\n"); show("a if a", "  case b: pass\n"); show("(a)", "  case 1: pass\n"); show("1 | a", "  case 1: pass\n"); show("a as b", "  case 1: pass\n")
for source in ["match x:\n  pass", "match x:\ncase 1: pass", "match x:\n  case 1:\n", "match x:\n  case 1\n    pass", "match x\n  case 1: pass", "match:\n  case 1: pass", 
               "match x:\n  case: pass", "match *x:\n  case 1: pass", "match *x, y:\n  case 1: pass", "match x, y,:\n  case 1: pass", "match (x := 1):\n  case 1: pass", "match x := 1:\n  case 1: pass",
               "match yield:\n  case 1: pass", "match x:\n  case 1: pass\n  x = 2", "match x:\n  case 1: pass\nelse: pass", "match = 1", "match(x)", "match[x]", "match.x", "match, case = 1, 2", "match: int = 1",
               "match -x:\n  case 1: pass", "match (x):\n  case 1: pass", "match [x]:\n  case 1: pass", "match {x}:\n  case 1: pass", "print(match)", "match * x", "match not x:\n  case 1: pass", "match in x", "match is x",
               "case = 1\ncase(x)", "case 1: pass", "type = 1", "type(x)", "type X = int", "type X[T] = int", "type X", "type X =", "type 1 = 2", "type x.y = 1", "type X[T, T] = 1", "type _ = int", "type type = type",
               "match x:\n  case 1:\n    pass\n  # comment\n\n  case 2:\n    pass\n", "match\\\n x:\n  case 1: pass", "_ = 1\nmatch _:\n  case _: pass"]:
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print(repr(source), "is fine")
