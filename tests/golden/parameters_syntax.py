# Parameter lists of functions and lambdas: what is allowed and what is not.


def show(source):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(source, "->", error.msg, error.offset, error.end_offset)
    else:
        print(source, "is fine")


for parameters in [
    "", "a", "a,", "a, b", "a=1", "a=1, b", "a, b=1, c", "a=1, /, b", "a, /", "a, /,", "/", "/, a", "a, /, b, /", "a, /, *, b", "*", "*,", "*, a", "*, a,", "*, a=1, b", "*a", "*a,", "*a, b", "*a, b=1, c", "*a, *b", "*a, *", "*, *a", "*, *", "**a", "**a,", "**a, b", "**a, *b", "**a, **b", "**a=1", "*a=1", "*, **a",
    "*, a, **b", "*a, **b", "a, *b, c, **d", "a, /, b, *, c, **d", "a, *, b, /", "*a, /", "a, **b, /", "a b", "a, , b", ",", ", a", "a,,", "(a)", "(a, b)", "a, (b, c)", "*(a)", "**(a)", "a.b", "a[0]", "1", "'a'", "None", "True", "a=", "a=,", "a=1 2", "a==1", "a, a", "a, *a", "a, *, a", "a, **a", "*a, **a", "a, /, a", "a=b=1", "a=(b:=1)", "a:=1",
    "__debug__", "*__debug__", "a=__debug__", "print", "match", "type", "_", "_, _", "class", "def", "a=yield", "a=lambda: 1", "a=1 if b else c", "a=*b", "*a, b, *c", "a, /, /", "/, /", "*, /", "a=1, /, b=2, *, c, d=3, **e", "a=1, /, b, *, c", "*a, b=1, *, c", "**a, /", "a, * b", "a, ** b", "..., a", "a, ...", "async", "await", "a=await b", "*args, a, **kwargs", "self, /",
]:
    show(f"def f({parameters}): pass")
    if parameters.isprintable():
        show(f"lambda {parameters}: 1")
for source in ["def f: pass", "def f( : pass", "def f() pass", "def (a): pass", "def 1(): pass", "def f()(): pass", "def f() -> int pass", "def f(a: int, *b: str, **c: x) -> y: pass", "def f(*: int, a): pass", "def f(a: int: str): pass", "def f(a: int = 1: 2): pass", "lambda", "lambda :", "lambda: ", "lambda a", "lambda a: int: 1", "lambda a, b: a, b", "lambda: (yield)", "lambda *: 1", "lambda **: 1", "lambda a=1, b: 1",
               "def f(a, (b, c)): pass", "lambda (a, b): 1", "lambda a, (b, c): 1", "def None(): pass", "def __debug__(): pass", "class __debug__: pass", "class None: pass", "class A(b c): pass", "class A(): pass", "class A(*b, **c): pass", "class A(b, c=1, *d): pass", "class A(c=1, b): pass", "class A(x for x in y): pass", "class A((x for x in y)): pass", "class A(b.c, d[0], e()): pass", "class A(b=1, b=2): pass", "class A(1=2): pass", "class A(: pass", "class A b: pass"]:
    show(source)
