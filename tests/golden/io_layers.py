# The layers of io made by hand: FileIO, buffered files over raw objects of Python classes, text on top.
import io
import os


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__, error)


class Reader(io.RawIOBase):
    """Gives three bytes at a time."""

    def __init__(self, data):
        self.data, self.position = data, 0

    def readable(self):
        return True

    def readinto(self, buffer):
        count = min(len(buffer), 3, len(self.data) - self.position)
        buffer[:count] = self.data[self.position:self.position + count]
        self.position += count
        return count


class Writer(io.RawIOBase):
    """Takes five bytes at a time."""

    def __init__(self):
        self.got = []

    def writable(self):
        return True

    def write(self, data):
        self.got.append(bytes(data)[:5])
        return min(len(data), 5)


reader = Reader(b'abcdef\nghijk\nlm')
print(reader.read(2), reader.readline(), reader.read(), reader.readall(), reader.closed)
reader = Reader(b'abcdef\nghijk\nlm')
buffered = io.BufferedReader(reader, 4)
print(buffered.read(1), buffered.peek()[:1], buffered.read1(2), buffered.readline(), buffered.read(), buffered.raw is reader)
buffered.close()
print(reader.closed, buffered.closed)
attempt(buffered.read)
print(list(io.BufferedReader(Reader(b'a\nb\nc'))), list(io.TextIOWrapper(io.BufferedReader(Reader(b'a\r\nb\rc')))))
writer = Writer()
buffered = io.BufferedWriter(writer, 8)
buffered.write(b'abc')
print(writer.got)
buffered.write(b'defghijklm')
print(writer.got)
buffered.flush()
print(writer.got)
attempt(buffered.read)
attempt(buffered.seek, 0)
buffered.close()
print(writer.closed)
attempt(buffered.write, b'a')
attempt(io.BufferedReader, writer)
attempt(io.BufferedWriter, reader)
attempt(io.BufferedRandom, Reader(b''))
attempt(io.BufferedReader, 5)
attempt(io.BufferedReader, Reader(b''), 0)
attempt(io.BufferedReader)
unmade = io.BufferedReader.__new__(io.BufferedReader)
for name in ('read', 'readable', 'tell', 'flush'):
    attempt(getattr(unmade, name))
attempt(lambda: unmade.closed)
print(repr(unmade), unmade.raw)
buffered = io.BufferedReader(io.BytesIO(b'123456789'))
print(buffered.read(2), buffered.tell(), buffered.seek(1), buffered.read(3), buffered.seek(2, 1), buffered.read(1), buffered.seek(-1, 2), buffered.read(), buffered.seekable(), buffered.writable())
raw = buffered.detach()
print(type(raw), buffered)
for name in ('read', 'detach', 'close'):
    attempt(getattr(buffered, name))
both = io.BufferedRandom(io.BytesIO(b'0123456789'))
print(both.read(3), both.write(b'XY'), both.read(2), both.seek(0), both.read(), both.raw.getvalue())
both.seek(2)
both.write(b'__')
both.flush()
print(both.raw.getvalue(), both.tell(), both.truncate(5), both.raw.getvalue())
pair = io.BufferedRWPair(io.BytesIO(b'in'), io.BytesIO())
print(pair.read(), pair.write(b'out'), pair.readable(), pair.writable(), pair.seekable(), pair.closed)
pair.close()
print(pair.closed)


class Wrong(io.RawIOBase):
    def __init__(self, answer):
        self.answer = answer

    def readable(self):
        return True

    writable = readable

    def readinto(self, buffer):
        return self.answer

    def write(self, data):
        return self.answer


for answer in (-1, 100000, None):
    attempt(io.BufferedReader(Wrong(answer)).read, 5)
    buffered = io.BufferedWriter(Wrong(answer), 4)
    attempt(buffered.write, b'12345678')
    buffered.raw.write = lambda data: len(data)
    buffered.close()


class Again(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buffer):
        outer.read(1)


outer = io.BufferedReader(Again())
try:
    outer.read(5)
except RuntimeError as error:
    print(str(error)[:22])
