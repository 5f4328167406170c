# Text files: modes, lines, newlines, positions, encodings, errors.
import io

PATH = "/tmp/viv-golden-text.txt"


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


with open(PATH, "w") as f:
    print(f.write("first\nsecond\n"), f.writelines(["third\n", "fourth"]), f.tell(), f.closed)
    print("printed", 1, 2.5, file=f, sep="|")
print(f.closed, f.name == PATH, f.mode, f.encoding, f.errors)
for line in open(PATH):
    print(repr(line))
with open(PATH) as f:
    print(repr(f.read(3)), f.tell(), repr(f.readline()), f.tell(), repr(f.readline(2)), f.tell())
    print(f.readlines(), repr(f.read()), repr(f.readline()), f.tell(), f.newlines)
    print(f.seek(6), repr(f.readline()), f.seek(0, 2), repr(f.read()), f.seek(0), next(f))
    attempt(f.tell)
    attempt(f.write, "x")
    attempt(f.seek, 1, 1)
    attempt(f.seek, 1, 2)
    attempt(f.seek, -1)
    print(f.seek(0, 0), f.readlines(8), list(f))
for method in "read", "readline", "flush", "tell", "fileno", "__enter__", "truncate", "readable":
    attempt(getattr(f, method))
attempt(f.write, "x")
attempt(next, f)
attempt(f.close)
with open(PATH, "a") as f:
    print(f.tell(), f.write("\nappended é €\U0001f600\n"), f.tell())
    attempt(f.read)
with open(PATH, "r+") as f:
    print(f.readline(), f.seek(0), f.write("FIRST"), f.seek(0), f.read(11), f.truncate(20))
print(open(PATH).read().split("\n"))
with open(PATH, "w+", encoding="utf-8") as f:
    f.write("é€\U0001f600 " * 5000 + "\n" + "ß" * 9000)
    f.seek(0)
    line = f.readline()
    print(len(line), f.tell(), len(f.read(100)), f.tell(), len(f.read()), f.tell())
with open(PATH, "w", newline="") as f:
    f.write("a\r\nb\rc\nd")
for newline in None, "", "\n", "\r", "\r\n":
    with open(PATH, newline=newline) as f:
        print(repr(newline), list(f), repr(f.newlines), f.seek(0), repr(f.read(3)), f.tell(), repr(f.read()))
    with open(PATH + "2", "w", newline=newline) as f:
        f.write("1\n2\r\n3\r")
    print(open(PATH + "2", "rb").read())
for encoding in "utf-8", "latin-1", "ascii", "utf-16", "utf-8-sig", "utf-32-be":
    try:
        with open(PATH, "w", encoding=encoding) as f:
            f.write("naïve")
            f.write("\nline")
        print(encoding, open(PATH, "rb").read(), repr(open(PATH, encoding=encoding).read()))
    except UnicodeError as error:
        print(encoding, error)
open(PATH, "wb").write(b"ok \xff\xfe bad\n")
attempt(open(PATH, encoding="utf-8").read)
attempt(open(PATH, encoding="utf-8", errors="replace").read)
attempt(open(PATH, encoding="utf-8", errors="ignore").read)
attempt(open(PATH, encoding="utf-8", errors="surrogateescape").read)
attempt(open(PATH, encoding="ascii", errors="backslashreplace").read)
for args in (("/nowhere/at/all",), ("/tmp",), (PATH, "x"), (PATH, "q"), (PATH, "rw"), (PATH, "rr"), (PATH, ""), (PATH, "bt"),
             (PATH, "U"), (PATH, "+"), (PATH, "r", 0), (5.5,), (None,), (PATH, 5), ("a\0b",), (-1,), (99,), ()):
    attempt(open, *args)
for keywords in ({"encoding": "nonsense"}, {"encoding": 5}, {"newline": "x"}, {"newline": 5}, {"closefd": False}, {"foo": 1},
                 {"mode": "rb", "encoding": "utf-8"}, {"mode": "rb", "errors": "strict"}, {"mode": "rb", "newline": ""}):
    attempt(open, PATH, **keywords)
attempt(open(PATH, "w").write, b"bytes")
attempt(open(PATH, "w").write, 5)
attempt(open(PATH, "w").writelines, ["a", 5])
attempt(open(PATH, "w").writelines, 5)
attempt(open(PATH).read, "a")
attempt(open(PATH).readline, 2.5)
print(io.UnsupportedOperation.__mro__)
print(type(f), type(f).__mro__[1:-1], repr(open(PATH)), repr(open(PATH, "w", encoding="latin-1")))
s = io.StringIO("one\ntwo\nthree")
print(s.read(2), s.readline(), list(s), s.tell(), s.seek(0), s.write("ONE!"), s.getvalue(), s.truncate(6), repr(s.getvalue()))
print("to a string", end="", file=s)
print(repr(s.getvalue()), s.seek(20), s.write("far"), repr(s.getvalue()))
s.close()
attempt(s.read)
attempt(s.write, "x")
attempt(io.StringIO, 5)
attempt(io.StringIO().write, b"x")
print(io.StringIO("a\r\nb\rc").readlines(), io.StringIO("a\r\nb\rc", newline=None).readlines(), io.StringIO("a\r\nb\rc", newline="").readlines())
t = io.TextIOWrapper(io.BytesIO(b"x\r\ny\xc3\xa9"), encoding="utf-8")
print(t.readlines(), t)
b = io.BytesIO()
t = io.TextIOWrapper(b, encoding="utf-8", write_through=True)
t.write("é")
print(b.getvalue(), t.detach() is b)
