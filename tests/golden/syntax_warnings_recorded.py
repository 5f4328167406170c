# SyntaxWarnings: what they say, where they are, and that they can be errors.
import warnings


def show(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(source, "<text>", "exec")
    print(repr(source))
    for warning in caught:
        print("   ", warning.category.__name__, warning.lineno, warning.message)


for source in [
    "x is 1", "x is not 1", "1 is x", "x is 'a'", "x is ()", "x is (1, 2)", "x is (1, y)", "x is []", "x is None", "x is True", "x is ...", "x is -1",
    "x is 1.5", "x is b'a'", "x is f'{a}'", "x is y is 1", "x == 1 is y", "1 is 1", "(x) is (1)", "x is {}",
    "assert (x, 'message')", "assert ()", "assert (x,)", "assert (x)", "assert x, 'message'", "assert [x, y]",
    "1()", "'a'()", "None()", "(1, 2)(3)", "[1](2)", "{}()", "{1}()", "1.5()", "b''()", "f'{x}'()", "(lambda: 0)()", "(x for x in y)()", "[x for x in y]()",
    "[(1, 2) (3, 4)]", "True()", "...()", "x()()", "'a' 'b'()", "{x: y for x in y}()", "{x for x in y}()",
    "[1][2, 3]", "[1]['a']", "'a'['b']", "'a'[1.5]", "[1][1.5]", "(1, 2)['a']", "[1][()]", "'a'[None]", "1[0]", "None[0]", "{}[0]", "{1}[0]", "(x for x in y)[0]",
    "[1][0]", "[1][True]", "[1][a]", "'abc'[1:2]", "f'{x}'['a']", "b'a'['a']", "[1][b'a']", "[1][1j]", "[1][...]", "1.5[0]", "(lambda: 0)[0]", "[x for x in y]['a']",
    "[[1, 2] [3, 4]]", "b'\\d'", "'\\d'", "r'\\d'", "f'\\d{x}'", "'\\400'", "b'\\400'", "'\\8'", "'''\n\\q'''", "'a' '\\w'", "rb'\\d'", "'\\N'" if False else "'\\_'",
    "f'{x:\\d}'", "'\\d \\w'", "0x1for x in y", "1if x else y", "1or x", "0o7and x", "1.5in x", "1jif x else y", "0b1or x", "1_0not in x", "1is x",
    "0xfor x", "return_ = 1if 2 else 3", "def f():\n  '\\d'\n  x is 1", "while 1: x is 'a'", "if x is 1 and y is 2: pass",
    "class A:\n  '''\\d'''", "x = '\\\n'", "def f(a='\\d'): pass", "lambda: x is 1", "[x is 1 for x in y]",
    "def f():\n  try:\n    pass\n  finally:\n    return 1", "for x in y:\n  try: pass\n  finally: continue",
]:
    show(source)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in ["x is 1", "assert (x, 'm')", "  \n1()", "'\\d'", "a = [1][1.5]", "0x1for x in y", "x = 1\ny = '\\w'", "'\\400'"]:
        try:
            compile(source, "<text>", "exec")
        except SyntaxError as error:
            print(repr(source), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text and error.text.rstrip())
    try:
        eval("'\\d'")
    except SyntaxError as error:
        print(error.args)
