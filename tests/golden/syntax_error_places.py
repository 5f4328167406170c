# Where SyntaxErrors keep the place: those of the symbol table have it in attributes only.
sources = [
    "def f():\n    nonlocal x", "def f(a):\n    global a", "def f(a):\n    nonlocal a", "def f():\n    x = 1\n    global x",
    "nonlocal x", "def f(a, a): pass", "def f():\n    print(x)\n    global x", "class C[T, T]: pass",
    "[x := 1 for x in y]", "class C:\n    [y := 1 for x in z]", "[(yield) for x in y]", "def f():\n    x: int\n    global x",
    "from __future__ import braces", "from __future__ import nothing_such", "x = 1\nfrom __future__ import annotations",
    "return 5", "yield 5", "await x", "break", "def f(): await x", "f() = 1", "x = (1", "'abc", "a b", "*a = 1", "del f()",
    "1real", "1.nothing", "1.5else_", "1if 2else 3", "0x1forever", "1_", "1__0", "1 if 1.else 2", "0o8", "1e", "1.e5x", "1jx",
]
for source in sources:
    try:
        compile(source, "<here>", "exec")
    except SyntaxError as e:
        print(repr(source), e.args)
        print("   ", e.msg, e.filename, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
    else:
        print(repr(source), "compiled")
