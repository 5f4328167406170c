# Binary files: buffered, unbuffered, in memory.
import io

PATH = "/tmp/viv-golden-binary.bin"


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


with open(PATH, "wb") as f:
    print(f.write(b"line one\nline two\n"), f.write(bytearray(b"\x00\xff")), f.tell(), f.mode, f.write(memoryview(b"!")))
    attempt(f.read)
    attempt(f.write, "text")
    attempt(f.write, 5)
with open(PATH, "rb") as f:
    print(f.read(4), f.tell(), f.readline(), f.peek(3)[:3], f.read1(3), f.readlines(), f.read(), f.read(1), f.tell())
    buffer = bytearray(6)
    print(f.seek(-5, 2), f.readinto(buffer), buffer, f.seek(0), f.seek(2, 1), f.readline(3), f.readline())
    print(list(f), f.readable(), f.writable(), f.seekable(), f.isatty(), f.fileno() > 2, f.raw.readable())
    attempt(f.write, b"x")
    attempt(f.seek, -1)
    attempt(f.truncate)
    attempt(f.read, "x")
for method in "read", "readline", "flush", "tell", "fileno", "__enter__", "peek", "read1", "readable":
    attempt(getattr(f, method))
attempt(f.seek, 0)
attempt(next, f)
with open(PATH, "r+b") as f:
    print(f.read(3), f.write(b"E#"), f.read(4), f.tell(), f.seek(0), f.read(12), f.truncate(9), f.seek(0), f.read(), f.mode)
with open(PATH, "ab+") as f:
    print(f.tell(), f.write(b"more"), f.seek(0), f.read(), f.mode)
with open(PATH, "rb", buffering=0) as f:
    print(f.read(3), f.readline(), f.read(), f.readall(), type(f).__name__)
    attempt(f.write, b"x")
attempt(f.read)
with open(PATH, "wb", 16) as f:
    for i in range(100):
        f.write(bytes([i]) * (i % 23))
data = open(PATH, "rb").read()
print(len(data), sum(data), data[:20])
big = bytes(range(256)) * 1000
with open(PATH, "wb") as f:
    print(f.write(big), f.write(b"x"))
with open(PATH, "rb") as f:
    print(f.read(100000) == big[:100000], f.tell(), len(f.read()), hash(f) == hash(f))
print(repr(open(PATH, "rb")), repr(open(PATH, "wb")), repr(open(PATH, "r+b")), repr(open(PATH, "rb", 0)))
m = io.BytesIO(b"abc\ndef")
print(m.read(1), m.readline(), m.readlines(), m.tell(), m.seek(-2, 2), m.write(b"XYZ"), m.getvalue(), m.seek(0), list(m))
print(m.seek(12), m.write(b"far"), m.getvalue(), m.truncate(4), m.getvalue(), m.tell(), m.read())
attempt(m.seek, -1)
attempt(m.write, "x")
attempt(io.BytesIO, "x")
m.close()
attempt(m.getvalue)
with io.BytesIO(b"x") as m:
    print(m, m.closed) if False else print(m.closed)
print(m.closed)


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper()
print("shout", file=u)
print(repr(u.getvalue()), isinstance(u, io.TextIOBase), isinstance(open(PATH, "rb"), io.BufferedIOBase))


class Lines(io.RawIOBase):
    def __init__(self, lines):
        self.lines = list(lines)

    def readline(self):
        return self.lines.pop(0) if self.lines else b""


print(list(Lines([b"a\n", b"b"])), Lines([b"x"]).readlines())
attempt(Lines([]).fileno)
attempt(Lines([]).seek, 0)
