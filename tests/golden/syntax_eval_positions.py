# What eval() and compile() say of text that ends too early, and where.


def show(source, mode):
    try:
        compile(source, "<text>", mode)
    except SyntaxError as error:
        print(mode, repr(source), type(error).__name__, error.msg)
        print("   ", error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
    else:
        print(mode, repr(source), "is fine")


SOURCES = [
    "", "1 +", "1 +\n", "a.", "a = ", "(1,", "f(", "'abc", "1 \\", "x if y", "not", "lambda x", "lambda:", "[1, 2",
    "{1: 2", "{1:", "a b", "1 2\n", " 1", "  1 +", "1\n  ", "   ", "\n\n", "# nothing", "a :=", "*a", "yield",
    "b'' f''", "f'{'", "f'{a'", "x = 1", "pass", "print 1", "a, b c", "(a b)", "0x", "1__0", "a if b else", "await",
]
for source in SOURCES:
    show(source, "eval")
for source in SOURCES:
    show(source, "exec")
try:
    eval("1 +")
except SyntaxError as error:
    print(error.args)
try:
    exec("1 +")
except SyntaxError as error:
    print(error.args)
