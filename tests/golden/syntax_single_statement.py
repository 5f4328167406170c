# compile(…, "single") takes one statement, and shows the values of expressions.


def show(source):
    try:
        code = compile(source, "<text>", "single")
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg)
        print("   ", error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
    else:
        print(repr(source), "runs:")
        exec(code, {})


for source in [
    "1 + 1", "1 + 1\n", "1; 2; 'three'", "x = 1", "None", "1\n2", "1\n\n# comment\n", "1\n  # comment\n  ", "a\n=",
    "if 1:\n  5\n", "if 1: 6\n", "if 1: 6", "if 1:\n  5\n7\n", "if 0:\n  5\nelse:\n  6\n", "for i in range(2):\n  i\n",
    "def f(): pass\n", "def f(): pass", "def f():\n  return 1\nf()\n", "class A:\n  1\n", "try:\n  1\nfinally:\n  2\n",
    "while 0:\n  1\nelse:\n  2\n", "if 1:", "if 1:\n", "class A:", "def f():\n", "try:\n  1\n", "with a:\n 1\n2\n",
    "match 1:\n case 1: 'one'\n", "# only a comment", "# only a comment\n", "", "\n", "   ", "1 +", "x = (\n 1,\n 2)\nx",
    "'''a\nb'''\n1", "@str\ndef g(): pass\n\n\n", "@f\n", "import sys; sys.flags.debug", "del 1", "pass; pass",
    "async def f():\n  await 1\n", "1 \\", "x: int",
]:
    show(source)
