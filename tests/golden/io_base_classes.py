# IOBase and its three branches: what they refuse, and what they give to classes that derive from them.
import io


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__, error)


base = io.IOBase()
for name in ('fileno', 'tell', 'truncate', 'readline', 'readlines', 'readable', 'writable', 'seekable', 'isatty', 'flush', '_checkClosed', '_checkReadable', '_checkSeekable'):
    attempt(getattr(base, name))
attempt(base.seek, 0)
base.close()
print(base.closed)
for name in ('isatty', '__enter__', 'flush', '_checkClosed', 'readlines', '__iter__'):
    attempt(getattr(base, name))
base.close()
attempt(io.RawIOBase().read)
attempt(io.RawIOBase().write, b'')
attempt(io.BufferedIOBase().read)
attempt(io.BufferedIOBase().read1)
attempt(io.BufferedIOBase().write, b'')
attempt(io.BufferedIOBase().detach)
attempt(io.TextIOBase().read)
attempt(io.TextIOBase().readline)
attempt(io.TextIOBase().write, '')
print(io.TextIOBase().encoding, io.TextIOBase().newlines, io.TextIOBase().errors)
print(isinstance(io.BytesIO(), io.IOBase), isinstance(io.BytesIO(), io.BufferedIOBase), isinstance(io.StringIO(), io.TextIOBase), issubclass(io.BytesIO, io.RawIOBase), issubclass(io.FileIO, io.RawIOBase))
print(io.IOBase, io.RawIOBase.__mro__, io.UnsupportedOperation, io.UnsupportedOperation.__bases__, type(io.IOBase))


class Lines(io.IOBase):
    def __init__(self, data):
        self.stream = io.BytesIO(data)

    def read(self, size=-1):
        return self.stream.read(size)

    def readable(self):
        return True


lines = Lines(b'one\ntwo\nthree')
print(lines.readline(), lines.readline(2), lines.readline(), list(lines), lines.readlines())
print(Lines(b'a\nb\nc').readlines(2), Lines(b'a\nb\nc').readlines(), [line for line in Lines(b'x\ny')])


class Peeks(Lines):
    def peek(self, size):
        position = self.stream.tell()
        data = self.stream.read(4)
        self.stream.seek(position)
        return data


print(Peeks(b'abcdefg\nh').readline(), Peeks(b'abcdefg\nh').readline(6))


class Bad(io.IOBase):
    def read(self, size):
        return 'text'


attempt(Bad().readline)


class Flushing(io.BufferedIOBase):
    def __init__(self, data):
        self.data = data

    def read(self, size=-1):
        part, self.data = self.data[:size], self.data[size:]
        return part

    read1 = read

    def flush(self):
        print('flush', self.closed)

    def __del__(self):
        print('del')
        super().__del__()


f = Flushing(b'abcdef')
area = bytearray(4)
print(f.readinto(area), area, f.readinto1(area), area)
attempt(f.readinto, b'read only')
attempt(f.readinto, 'x')
with f:
    print('inside')
print(f.closed)
f.close()
del f
f = Flushing(b'')
f = None
print('gone')


class Collects(io.TextIOBase):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)


out = Collects()
print('to', 'a class', sep='-', end='!', file=out)
out.writelines(['a', 'b'])
print(out.parts, out.writable())
attempt(out.writelines, 5)
out.close()
attempt(out.writelines, ['x'])


class Raw(io.RawIOBase):
    def readinto(self, buffer):
        return None


print(Raw().read(), Raw().read(5), Raw().readall())
