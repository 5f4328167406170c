# Where a logical line has several physical ones, SyntaxError.text has those that belong together.


def show(source):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(repr(source))
        print("   ", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))


for source in [
    "x = 1 + \\\ny z\n", "x = '''a\nb''' z w\n", "x = '''a\nb''' \nfoo z w\n", "f('''a\nb''', z w)\n",
    "(1 +\n 2 3\n)\n", "x = \\\n  1 + é é\n", "x = '''é\nb''' z w\n", "f(a for a in b, \\\n c)\n", "(\\\n a b)",
    "if x:\\\n  y z\n", "x = 1 \\\n + * 3\n", "'''\n''' = 3\n", "f('''\n''' = 3)\n", "f(a, '''\n''' = 3)\n",
    "x = (a b\nc)\n", "x = {1: 2, 3\n}\n", "x = {1: 2, '''a\n''' 3\n}\n", "f'''{a\n b}''' c\n", "f'''{\n a b}''' c\n",
    "f'''x\n{a b}''' c\n", "f'''x\n{a\nb}''' c\n", "print '''a\nb'''\n", "print 'a' \\\n 'b'\n", "x = 5 \\  \n",
    "x = 5 \\", "\\\nx = 5 5\n", "def f(a, \\\n a): pass\n", "def f():\\\n  return = 3\n", "if 1:\n   x\n  y\n",
    "x = \\\n\\\n y z\n", "assert (a, \\\n b) = 3", "x = 1 + \\\n  2 \\ 3\n", "foo(a, z\n   for z in\n      b, c)\n",
    "# no \\\ny z\n", "'no \\\\'\ny z\n",
]:
    show(source)
