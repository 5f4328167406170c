# What can be assigned to, deleted, bound by for and with; and what the errors say.


def show(source):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(source, "->", error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print(source, "is fine")


targets = ["x", "x.y", "x[0]", "x()", "x().y", "x()[0]", "(x)", "(x, y)", "[x, y]", "()", "[]", "x, y", "x,", "*x", "*x,", "(*x,)", "[*x]", "*x, *y", "(x, (y, z))", "[x, [*y]]", "1", "-1", "1.5", "'a'", "b'a'", "f'a'", "f'{x}'", "None", "True", "...", "x + 1", "x and y", "not x", "-x", "x < y", "x if y else z", "lambda: x",
           "[x for x in y]", "{x for x in y}", "{x: y for x in y}", "(x for x in y)", "{}", "{1}", "{1: 2}", "(x := 1)", "(yield)", "await x", "x.y.z", "x[0][1]", "x[0:1]", "x[0, 1]", "(x + 1, y)", "[1, x]", "(x, None)", "(x())", "'a'.x", "[1][0]", "(1).x", "__debug__", "x.__debug__", "(x, __debug__)", "print", "_", "match", "x.None", "*x.y, z", "*(x, y), z", "*[x], y", "**x", "*1, x", "(*x)", "(x, *y, *z)", "x y"]
for target in targets:
    show(f"{target} = v")
for target in targets:
    show(f"{target} += v")
for target in targets:
    show(f"del {target}")
for target in targets:
    show(f"for {target} in v: pass")
for target in targets[:60]:
    show(f"with v as {target}: pass")
for target in targets[:50]:
    show(f"[0 for {target} in v]")
for target in targets[:60]:
    show(f"{target}: int")
for source in ["x = y = 1", "x = 1 = y", "x = f() = y", "x + 1 = y = 2", "x = y + 1 = z", "x == 1 = y", "x += y = 1", "x = y += 1", "x += y += 1", "x, y += 1", "(x) += 1", "x = *y", "x = *y,", "x = *y, *z", "x = (*y)", "x = (*y,)", "x += *y,", "*x = 1", "*x, = 1", "x = yield = 1", "x = (y = 1)", "f(x) = 1", "f(x=1) = 2", "x.f() = 1", "x = 1 if y else z = 2", "if x = 1: pass", "while x = 1: pass",
               "if x.y = 1: pass", "if f() = 1: pass", "if x == 1 = 2: pass", "assert x = 1", "print(x = 1, y)", "f(x.y = 1)", "f(x[0] = 1)", "f(1 = 2)", "f(None = 1)", "f(True = 1)", "f(a + b = 1)", "f(a() = 1)", "f((a) = 1)", "f(a, b = 1, c = )", "f(a=)", "f(=1)", "f(**a = 1)", "f(*a = 1)", "f(a for a in b, c)", "f(c, a for a in b)", "f(a for a in b, c=1)", "f(a for a in b for c in d)", "f(a=1 for a in b)", "f(a, b for b in c, d)", "class A(x = y = 1): pass", "return x = 1", "lambda x = 1 = 2: 1", "x = lambda: y = 1", "[x = 1]", "{x = 1}", "{x: y = 1}", "(x = 1)", "(x = 1, 2)", "x[y = 1]", "x[y == 1]",
               "not x = 1", "x = not y = 1", "x < y = z", "import x = 1", "pass = 1", "for = 1", "class = 1", "def = 1", "x.class = 1", "x.1 = 2", "print 1", "print x, y", "print", "print(1) = 2", "exec 'x'", "exec x in y", "raise x, y", "del", "del (", "del ()", "del x = 1", "del x,", "del (x), y", "del (x, y)", "del [x, (y, z)]", "del *x", "del (*x,)", "del x + 1", "del x, 1", "del f(), x", "del x.y, z[0]", "del None", "del x if y else z", "del (x := 1)", "del x y", "del x for x in y", "for x in", "for x", "for", "for x y", "for x = 1 in y: pass", "for x in y z: pass", "for x, in y: pass", "for x in y, z: pass", "for x in *y, z: pass", "for x in (*y, z): pass", "for (x in y): pass", "for x in y in z: pass", "for not x in y: pass", "for x.y, z[0] in a: pass"]:
    show(source)
