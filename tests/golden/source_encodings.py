# The encoding cookie, byte order mark and line ends in source given as bytes.


def show(source):
    try:
        code = compile(source, "<bytes>", "exec")
    except SyntaxError as error:
        print(source, type(error).__name__, error.msg, error.lineno, error.offset)
    else:
        names = {}
        exec(code, names)
        print(source, {name: value for name, value in names.items() if name != "__builtins__"})


for cookie in [
    "utf-8", "UTF-8", "utf8", "utf_8", "u8", "latin-1", "latin1", "Latin_1", "latin", "iso-8859-1", "ISO8859-1", "l1", "cp819",
    "ascii", "us-ascii", "646", "utf-8-unix", "latin-1-dos", "nonsense", "utf-9", "",
]:
    show(f"# coding: {cookie}\nx = 'plain'\n".encode())
for line in [
    "# coding=latin-1", "#coding:latin-1", "# -*- coding: latin-1 -*-", "# vim: set fileencoding=latin-1 :", "# encoding latin-1",
    "# This text has coding: latin-1", "   # coding: latin-1", "\f# coding: latin-1", "x = 1 # coding: latin-1",
    "#!/usr/bin/env python\n# coding: latin-1", "\n# coding: latin-1", "# first\n# coding: latin-1", "x = 2\n# coding: latin-1",
    "# first\n# second\n# coding: latin-1", "# coding : latin-1", "# coding:latin-1", "# coding=\tlatin-1",
]:
    show(line.encode() + b"\nc = len('\xc3\xa9')\n")
show(b"\xef\xbb\xbfx = 1\n")
show(b"\xef\xbb\xbf# coding: utf-8\nx = 2\n")
show(b"\xef\xbb\xbf# coding: latin-1\nx = 3\n")
show(b"\xef\xbb\xbf\xef\xbb\xbfx = 4\n")
show(b"# coding: ascii\nx = '\xc3\xa9'\n")
show(b"x = 1\r\ny = 2\rz = 3\n")
show(b"x = 'a\\\r\nb'\r\ny = '''c\r\nd\re'''\r\n")
show(b"if 1:\r\n    x = 1\r\n\r\n    y = 2")
show(b"x = 1\x00")
show(b"x = 1\x1a")
show("x = '\ufeff'; y = 1".encode())
show("\u00e9t\u00e9 = 'summer'".encode())
show(bytearray(b"x = 'bytearray'"))
try:
    exec("\ufeffx = 1")
except SyntaxError as error:
    print(error.msg)
exec("# coding: latin-1\nz = len('\u00e9')")
print(z)
exec("\fx = 1\n\f\ny = 2\n \f z = 3" if False else "\fx = 1\n\f\ny = 2\n")
print(x, y)
