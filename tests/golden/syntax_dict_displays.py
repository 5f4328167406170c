# Mistakes in dict displays are named before all others inside them.
for source in [
    "{1: 2, a 3}", "f({1: 2, a 3})", "{1: 2, 3: 4, a 3}", "{1: 2, f(a b)}", "{1: 2, f(a b): 3}", "{1: 2, [a b]: 3}",
    "{1: 2, 3: a b}", "{1: 2, **a b}", "{1: 2, a if b}", "{1: 2, f(a=1, b): 3}", "{1: 2, {a 3}: 3}", "[1, {1: 2, a b}]",
    "{1: 2, (a=3): 3}", "{1: 2, 3: (a=3)}", "{1: 2, 3: f(a.b=3)}", "{**a, a b}", "{1: 2, a.b = 3}", "{1: 2, print a}",
    "{1: 2, 3: 4 5}", "{1: 2 3}", "{1:}", "{1: 2, 3:}", "{1: *a}", "{1: 2, 3: *a}", "{1: 2, 3}", "{1: 2, *a}", "{**a, b}",
    "{a 3}", "{1: **a}", "{**a: 1}", "{**a for a in b}", "{1: 2 for a in b, 3: 4}", "{1, 2: 3}", "{1: 2, 3: 4, 5: }",
    "{1: 2\n, 'a' 'b'}", "{1: 2, '''a\n''' 3}", "{'a': 1 'b': 2}", "{'a': 1, 'b' 2}", "{a: b for}", "{a: b, c: d for e in f}",
    "{:}", "{1: 2,, 3: 4}", "x = {\n  'a': 1,\n  'b': 2\n  'c': 3\n}",
]:
    try:
        compile(source, "<text>", "eval" if source[0] != "x" else "exec")
    except SyntaxError as error:
        print(repr(source))
        print("   ", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
    else:
        print(repr(source), "is fine")
