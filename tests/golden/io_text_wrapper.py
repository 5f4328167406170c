# TextIOWrapper over BytesIO and others: newlines, errors, detaching, derived classes.
import io


def attempt(function, *arguments, **keywords):
    try:
        print(ascii(function(*arguments, **keywords)))
    except BaseException as error:
        print(type(error).__name__, ascii(str(error)))


for newline in (None, '', '\n', '\r', '\r\n'):
    reader = io.TextIOWrapper(io.BytesIO(b'a\r\nb\rc\nd'), newline=newline)
    print(repr(newline), reader.readlines(), reader.newlines)
    out = io.BytesIO()
    writer = io.TextIOWrapper(out, newline=newline)
    writer.write('a\nb\r\nc\r')
    writer.flush()
    print(out.getvalue())
attempt(io.TextIOWrapper, io.BytesIO(), newline='x')
attempt(io.TextIOWrapper, io.BytesIO(), encoding='nope')
attempt(io.TextIOWrapper, 5)
attempt(io.TextIOWrapper)
attempt(io.TextIOWrapper, io.BytesIO(), encoding=5)
attempt(io.TextIOWrapper, io.BytesIO(), newline=5)
text = io.TextIOWrapper(io.BytesIO(b'abc'))
attempt(text.write, b'a')
attempt(text.write)
attempt(text.read, 'a')
attempt(text.seek, 1, 1)
attempt(text.seek, -1)
attempt(text.seek, 0, 5)
buffer = text.detach()
for name in ('read', 'detach', 'flush', 'close', 'tell', 'fileno', 'readable'):
    attempt(getattr(text, name))
print(text.encoding, text.buffer, text, buffer.read())
attempt(io.TextIOWrapper(io.BytesIO(b'\xff')).read)
reader = io.TextIOWrapper(io.BytesIO(b'a\xffb'), encoding='ascii', errors='replace')
print(ascii(reader.read()), reader.errors, reader.encoding, reader.line_buffering, reader.write_through)
attempt(io.TextIOWrapper(io.BytesIO(), encoding='ascii').write, '\u20ac')
for encoding in ('utf-8', 'utf-16', 'utf-16-le', 'utf-32', 'latin-1', 'utf-8-sig'):
    out = io.BytesIO()
    writer = io.TextIOWrapper(out, encoding=encoding, newline='\n')
    writer.write('h\xe9')
    writer.write('\n!')
    writer.flush()
    print(encoding, out.getvalue(), ascii(io.TextIOWrapper(io.BytesIO(out.getvalue()), encoding=encoding).read()))


class NotReadable(io.BytesIO):
    def readable(self):
        return False


class NotWritable(io.BytesIO):
    def writable(self):
        return False


class NotSeekable(io.BytesIO):
    def seekable(self):
        return False


attempt(io.TextIOWrapper(NotReadable(b'x')).read)
attempt(io.TextIOWrapper(NotWritable(b'x')).write, 'a')
attempt(io.TextIOWrapper(NotSeekable(b'x')).tell)
attempt(io.TextIOWrapper(NotSeekable(b'x')).seek, 0)


class Shouting(io.TextIOWrapper):
    def write(self, text):
        return super().write(text.upper())

    def readline(self, *size):
        return super().readline(*size).title()


out = io.BytesIO(b'one\ntwo\n')
shouting = Shouting(out, encoding='utf-8')
shouting.extra = 5
print(list(shouting), shouting.extra, shouting)
shouting.write('end')
print('printed', file=shouting)
shouting.flush()
print(out.getvalue())
text = io.TextIOWrapper(io.BytesIO(b'\xc3\xa9' * 10 + b'\nsecond\n'), encoding='utf-8')
print(ascii(text.read(3)), text.tell(), ascii(text.readline()), text.tell(), text.seek(4), ascii(text.read(2)), text.seek(0, 2), text.read(), text.seek(0), len(text.read()))
text = io.TextIOWrapper(io.BytesIO(b'a\nb\n'))
next(text)
attempt(text.tell)
print(list(text), text.tell())
out = io.BytesIO()
text = io.TextIOWrapper(out, line_buffering=True)
text.write('no line')
print(out.getvalue())
text.write(' end\n')
print(out.getvalue())
out = io.BytesIO()
text = io.TextIOWrapper(out, write_through=True)
text.write('x')
print(out.getvalue())
text.reconfigure(encoding='utf-16-le', newline='\r\n', errors='ignore', line_buffering=True)
text.write('\n')
print(out.getvalue(), text.encoding, text.errors, text.line_buffering)
attempt(text.reconfigure, encoding='nope')
attempt(text.reconfigure, newline='x')
text = io.TextIOWrapper(io.BytesIO(b'abc'))
text.read(1)
attempt(text.reconfigure, encoding='ascii')
attempt(text.reconfigure, newline=None)
unmade = io.TextIOWrapper.__new__(io.TextIOWrapper)
for name in ('read', 'write', 'flush', 'close', 'fileno'):
    attempt(getattr(unmade, name), *(['x'] if name == 'write' else []))
attempt(repr, unmade)
text.close()
for name in ('read', 'readline', 'tell', 'flush', '__next__', '__enter__', 'fileno'):
    attempt(getattr(text, name))
text.close()
print(text.closed, text.buffer.closed)
