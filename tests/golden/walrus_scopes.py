# Assignment expressions: values, scopes, places, and where they are forbidden.
print((a := 5), a, [b := 1, b + 1], (c := (1, 2)), c)
if (n := len("abc")) > 2: print("long", n)
while (n := n - 1): print("loop", n)
print([y := f, y * 2] if (f := 3) else None)
print([last := i for i in range(4)], last, any((witness := x) > 2 for x in range(5)), witness)
print({k: (v := k * 2) for k in range(3)}, v, {(s := z) for z in "a"}, s)
def function():
    [inner := i for i in range(3)]
    def nested():
        nonlocal inner
        [inner := i * 10 for i in range(3)]
    nested()
    return inner
print(function())
def global_walrus():
    global g
    [g := i for i in range(3)]
global_walrus(); print(g)
lam = lambda: (q := 7) + q
print(lam(), "q" in globals())
def default(x=(d := 9)): return x
print(default(), d)
print(f"{(w := 3)} {w:{(width := 5)}}|{width}")
class C:
    z = (k := 4)
    def m(self, p=(r := 6)): return p
print(C.z, C.k, C.r, C().m())
print((x := 1, 2), x, (x := (1, 2)), x)
def order():
    log = []
    def note(v): log.append(v); return v
    (t := note(1)) + (t := note(2)) * (t := note(3))
    return log, t
print(order())
d = {(key := "k"): (value := 1)}; print(d, key, value)
print([(i, j) for i in range(2) if (j := i + 1)], j, print(end="") or (e := 2), (lambda *a, **k: (a, k))(h := 1, m=(o := 2)), h, o)
for source in ["x := 1", "(x := 1)", "x = y := 1", "x = (y := 1)", "(x, y := 1, 2)", "(x.y := 1)", "(x[0] := 1)", "((x, y) := 1)", "(x := y := 1)", "(x := (y := 1))", "f(x := 1)", "f(x=(y := 1))", "f(x=y := 1)", "f(x := 1, y := 2)", "f(a, x := 1)", "f((x := 1), a=1)", "[x := 1]", "[x := 1, 2]", "{x := 1}", "{(x := 1): 2}", "{x := 1: 2}",
               "{1: x := 2}", "a[x := 1]", "a[x := 1, 2]", "a[x := 1:2]", "a[1:x := 2]", "a[(x := 1):2]", "x := 1 if y else 2", "(x := 1 if y else 2)", "lambda: x := 1", "lambda: (x := 1)", "lambda x := 1: 1", "lambda x=(y := 1): 1", "def f(x := 1): pass", "def f(x: y := 1): pass", "def f() -> x := 1: pass", "assert x := 1", "assert (x := 1)", "del (x := 1)",
               "return x := 1", "import (x := 1)", "for (x := 1) in y: pass", "for x in y := z: pass", "for x in (y := z): pass", "with (x := y): pass", "with (x := y) as z: pass", "with x := y: pass", "if x := 1: pass", "while x := 1: pass", "[i := 0 for i in x]", "[(i := 0) for i in x]", "[[(i := j) for j in x] for i in y]", "[i for i in (j := x)]", "[i for i in x if (i := 1)]", "[i for i in x if (j := 1)]",
               "[(j := i) for i in x for j in y]", "class A: [(x := i) for i in y]", "class A: (x := 1)", "class A:\n  def f(self): [(x := i) for i in y]", "[lambda: (x := 1) for i in y]", "[lambda: (i := 1) for i in y]", "(i for i in (x := y))", "{i: (i := 1) for i in y}", "[x for x in y if (x := 1)]", "[a for a in (b := c)]", "(None := 1)", "(True := 1)", "(1 := 2)", "(x + 1 := 2)", "(f() := 1)", "(*x := 1)", "*x := 1", "(yield := 1)",
               "(__debug__ := 1)", "(x := *y)", "(x := *y,)", "(x := yield)", "def f(): (x := yield)", "(x := await y)", "@(x := y)\ndef f(): pass", "@x := y\ndef f(): pass", "(x :=)", "(:= 1)", "(x := )", "print(x := )", "[i for j in (i := 1)]", "global x\n(x := 1)", "(x: int := 1)", "f'{x:=5}'", "f'{(x:=5)}'", "x: (y := 1) = 2", "not (x := 1)", "not x := 1", "-x := 1", "(not x := 1)", "(a and x := 1)", "x[y:=1, z:=2]", "x[y:=1:2]"]:
    try: compile(source, "<text>", "exec")
    except SyntaxError as error: print(repr(source), "->", error.msg, error.lineno, error.offset, error.end_offset)
    else: print(repr(source), "is fine")
