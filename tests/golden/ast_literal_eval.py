# ast.literal_eval takes literals and nothing else.
import ast
for text in ("1", "-1.5", "+2", "1+2j", "-3-4.5j", "'a' 'b'", "b'x'", "[1, (2,), {3: {4}}]", "()", "set()", "None",
             "True", "...", "  7", "\t8", "{}", "{'a': [], **{}}", "f()", "x", "1 + 1", "1j + 1", "--1", "not True",
             "[x for x in y]", "1 if 1 else 2", "f'x'", "a.b", "", "1 +", "1\n2", "{1, 2}[0]", "-'a'", "~1", "(1", "*1",
             "0x_ff", "1e3", "1_000", "set", "set(1)", "{[]: 1}"):
    try:
        print(repr(text), "->", repr(ast.literal_eval(text)))
    except Exception as e:
        print(repr(text), "->", type(e).__name__, str(e).split(": <")[0])
print(ast.literal_eval(ast.parse("[1]", mode="eval")), ast.literal_eval(ast.Constant(5)))
