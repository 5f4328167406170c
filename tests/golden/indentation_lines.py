# Indentation, tabs, form feeds, continuation lines, comments and blank lines.


def show(source):
    try:
        names = {}
        exec(compile(source, "<text>", "exec"), names)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
    except Exception as error:
        print(repr(source), "->", type(error).__name__, error)
    else:
        print(repr(source), "->", {k: v for k, v in names.items() if k != "__builtins__" and not callable(v)})


for source in [
    "  x = 1", "x = 1\n  y = 2", "if 1:\nx = 1", "if 1:\n  x = 1\n y = 2", "if 1:\n  x = 1\n    y = 2", "if 1:\n\tx = 1\n        y = 2", "if 1:\n        x = 1\n\ty = 2", "if 1:\n\tx = 1\n\ty = 2", "if 1:\n  \tx = 1\n  \ty = 2", "if 1:\n \tx = 1\n\ty = 2",
    "if 1:\n  if 1:\n\tx = 1", "if 1:\n  x = 1\n\n\n  y = 2\n", "if 1:\n  x = 1\n# comment\n  y = 2", "if 1:\n  x = 1\n      # deep comment\n  y = 2", "if 1:\n  # only\n  # comments\n", "if 1: # c\n  x = 1", "if 1:\n  x = 1\n  \n \n  y = 2",
    "\fx = 1", "x = 1\f", "if 1:\n  x = 1\n\f  y = 2", "if 1:\n \f x = 1\n", "x = \\\n1", "x = 1 + \\\n  2", "if 1 and \\\n  1:\n  x = 1", "x = 1 \\\n", "x = 1 \\", "\\", "\\\n", "\\\nx = 1", "  \\\nx = 1", "if 1:\n  x = 1\n  \\\n  y = 2", "if 1:\n\\\n  x = 1",
    "x = 1 \\ # no", "x = 1 \\ 2", "x = (1 \\\n+ 2)", "x = '\\\n'", "# \\\nx = 1", "x = [\n1,\n\n# c\n2\n]", "x = [1,\n2", "x = (1,\n2]", "x = 1)", "x = {1: 2\n", "x = [(1, 2), (3, 4]\n", "(\n", "f(a,\n  b\nc = 1\n", "x = (\n  1\ny = 2\n", "def f(:\n  pass", "if (1\n:\n  x = 1",
    "class A:\n\n  x = 1\n\n\n\n  y = 2\nz = 3", "def f():\n    pass\n   x = 1", "for i in []: pass\nelse:\n  x = 1", "if 1: x = 1; y = 2", "if 1: x = 1;", "x = 1;; y = 2", "; x = 1", "x = 1;\ny = 2", "if 1: if 2: x = 1", "if 1: pass; else: pass", "if 1: pass\nelse: x = 1", "while 0: pass\nelse: x = 1",
    "x = 1\r\ny = 2\r\n", "x = 1\ry = 2", "if 1:\r\n  x = 1\r\n  y = 2\r\n", "x = '''a\r\nb\rc'''", "\n\n\nx = 1", "   \n\t\nx = 1", "x = 1\n   ", "x = 1\n\t\n", "if 1:\n  x = 1\n  ", "if 1:\n  x = 1\n    ", "try:\n  x = 1\n except: pass", "try:\nx = 1", "else:\n  pass", "elif 1: pass", "except: pass", "finally: pass",
    "if 1:\n  pass\nelse\n  pass", "if 1\n  pass", "while 1\n  pass", "for x in y\n  pass", "def f()\n  pass", "class A\n  pass", "with a\n  pass", "try\n  pass", "lambda x 1", "if 1:\n", "def f():\n", "class A:\n", "for x in y:\n", "while 1:\n", "with a:\n", "try:\n", "try:\n  pass\n", "try:\n  pass\nexcept:\n", "try:\n  pass\nfinally:\n", "if 1:\n  pass\nelif 2:\n",
    "if 1:\n  pass\nelse:\n", "for x in y:\n  pass\nelse:\n", "def f():\n  # nothing\nx = 1", "@a\n", "@a\nx = 1", "@a\nclass B: pass\n" if False else "@str\nclass B: pass\n", "x = 1 if 2 else\\\n 3", "x = \\\n\\\n5", "assert 1, \\\n 'm'", "del \\\n x", "x=1#c", "x=1 #c\n#d\n", "#", "", "\n", ";", "\t", "x\x00y", "$", "x = 1 ?", "x = !", "`x`", "x = 1\x0b", "\u00a0x = 1", "x\u2003= 1", "x = “a”", "x = 1 – 2", "é = 1", "x² = 1", "x = ½", "€ = 1", "x = 'a’", "x\u200b = 1", "\ufeffx = 1",
]:
    show(source)
show("if 1:\n" + "".join(" " * i + "if 1:\n" for i in range(1, 98)) + " " * 99 + "x = 1")
show("".join(" " * i + "if 1:\n" for i in range(0, 101)) + " " * 101 + "x = 1")
show("(" * 199 + ")" * 199); show("(" * 201 + ")" * 201); show("[" * 150 + "]" * 150); show("x = " + "(" * 100 + "1" + ")" * 100)
