# ast.literal_eval: what it takes, and that it takes nothing else.
import ast
import warnings

warnings.simplefilter("ignore")


def show(text):
    try:
        value = ast.literal_eval(text)
    except SyntaxError as error:
        print(repr(text), "->", type(error).__name__, error.msg, error.lineno, error.offset)
    except ValueError as error:
        print(repr(text), "->", str(error).partition(": ")[0])
    except Exception as error:
        print(repr(text), "->", type(error).__name__, error)
    else:
        print(repr(text), "->", type(value).__name__, value if not isinstance(value, set) else sorted(value))


for text in [
    "1", "-1", "+1", "- 1", "0x1F", "0o17", "0b101", "1_000", "1.5", "-1.5e3", ".5", "1.", "1e-3", "1j", "1+2j", "-1-2j", "1.5 - 2.5j", "(1)", "((1))", "1 + 2J", "'a'", '"b"', "'a' 'b'", "('a'\n 'b')", "'''a\nb'''", "r'\\d'", "b'x'", "rb'\\d'", "b'a' b'b'", "u'é'", "'\\n\\x41\\u00e9\\N{BULLET}'", "'it\\'s'", "None", "True", "False", "...",
    "()", "(1,)", "(1, 2)", "1, 2", "1,", "[]", "[1, [2, (3,)]]", "[1,]", "{}", "{1: 2}", "{1: 2,}", "{'a': [1, {'b': None}]}", "{1, 2}", "{1,}", "set()", "{(1, 2): {3: 4}}", " 1", "\t[1, 2]", "[1, # comment\n 2]", "(\n1\n)", "[1,\\\n 2]", "1\n", "1 # c", "[-1, +2, -3.5, 1-2j]", "{-1: -2}", "(((1, 2),),)", "['a' 'b', 'c']", "{'k': 'v' 'w'}", "[b'a' b'b', None, True, ...]",
    "", "   ", "1 +", "[1", "1 2", "a b", "\n 1", "1\n 2", "(1, 2", "'a", "x = 1", "pass", "f'a'", "f'{1}'", "a", "a.b", "f()", "set(1)", "set", "-'a'", "--1", "-+1", "~1", "not 1", "1 + 2", "1 - 2", "1j + 1", "1j + 1j", "'a' + 'b'", "2 * 3", "1 + -2j", "1 < 2", "1 if 2 else 3", "lambda: 1", "[x for x in y]", "[1][0]", "(1).real", "1 .real", "'a'.upper()", "'a' % 1", "{**{}}", "[*[1]]", "{1: a}", "{a: 1}", "{[]: 1}", "{[1]}", "{{}}", "{1: 2, **a}", "True and False", "None or 1", "__debug__", "print(1)", "__import__('os')", "().__class__", "(x := 1)", "await x", "yield", "*a", "*a,", "`1`", "$", "1if 2else 3", "0_7", "09", "'a' b'b'", "b'é'", "-True", "-None", "[-[1]]", "True + 1j", "'\\x'", "NotImplemented", "Ellipsis", "inf", "nan", "1e400", "[1, 2, 3][::2]",
]:
    show(text)
for value in [5, None, [1], b"[1, b'a']", b"'\xc3\xa9'", object]:
    show(value)
for value in [[1, "a", b"b", 1.5, None, True, {"k": (1, 2)}, {3}], {"nested": [[[]]]}, -5, 1e300, 3 + 4j, "quote ' and \" both", (), ((),)]:
    assert ast.literal_eval(repr(value)) == value
print(ast.literal_eval("(" * 90 + "1," + ")" * 90)[0] is not None, len(ast.literal_eval(str(list(range(1000))))))
