import io

PATH = "/tmp/viv-oom-files.txt"
with open(PATH, "w") as f:
    f.write("line é\n" * 3)
    print("x", file=f)
with open(PATH) as f:
    print(repr(f.readline()), f.tell(), list(f), f.newlines)
with open(PATH, "rb") as f:
    print(f.readline(), f.raw.readable(), f.read())
try:
    open(PATH).write("x")
except io.UnsupportedOperation as e:
    print(e)
try:
    open("/nonexistent/file")
except OSError as e:
    print(e)
s = io.StringIO("a\nb\r\nc")
print(s.readlines(), s.write("é"), repr(s.getvalue()))
b = io.BytesIO(b"abc")
print(b.seek(5), b.write(b"x"), b.getvalue())
