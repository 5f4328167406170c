# StringIO and BytesIO: positions, newlines, lent buffers, made twice, derived from.
import io


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__, error)


for newline in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO('a\r\nb\rc\nd', newline=newline)
    print(repr(newline), s.readlines(), repr(s.getvalue()), s.newlines)
    s.write('\n\r\n')
    print(repr(s.getvalue()), s.newlines, s.tell())
attempt(io.StringIO, 'x', newline='x')
attempt(io.StringIO, 'x', newline=5)
attempt(io.StringIO, 5)
attempt(io.StringIO, b'x')
s = io.StringIO('abc')
print(s.read(1), s.tell(), s.seek(5), s.write('x'), repr(s.getvalue()), s.truncate(2), s.getvalue(), s.tell(), s.seek(0), s.read(), s.seek(0, 2), s.read())
for arguments in ((-1,), (0, 5), (1, 1), (1, 2), ('x',)):
    attempt(s.seek, *arguments)
attempt(s.write, b'x')
attempt(s.write)
attempt(s.truncate, -1)
attempt(s.read, 'x')
attempt(s.fileno)
attempt(s.detach)
print(s.encoding, s.errors, s.line_buffering, s.isatty(), s.readable(), s.writable(), s.seekable(), s.closed)
s.__init__('again\n')
print(s.getvalue(), list(s))
s.close()
for name in ('read', 'getvalue', 'tell', 'readable', 'isatty', '__next__', '__enter__', 'flush', 'truncate'):
    attempt(getattr(s, name))
s.close()
b = io.BytesIO(b'hello\nworld')
print(b.readline(), b.read1(2), b.read(), b.getvalue(), b.seek(-3, 2), b.read(), b.seek(2), b.seek(1, 1), b.seek(-100, 1), b.tell(), b.readlines(3))
for arguments in ((-1,), (0, 5), ('x',), (2**70,)):
    attempt(b.seek, *arguments)
b.seek(14)
print(b.write(b'!'), b.getvalue(), b.write(bytearray(b'x')), b.write(memoryview(b'yz')[::1]), b.truncate(3), b.getvalue(), b.tell())
attempt(b.write, 'x')
attempt(b.write, 5)
attempt(b.writelines, [b'a', 'b'])
attempt(b.readinto, b'x')
area = bytearray(2)
b.seek(0)
print(b.readinto(area), area, b.readinto1(area), area)
view = b.getbuffer()
print(type(view), view.nbytes, view.readonly, type(view.obj))
view[0] = 72
print(b.getvalue(), b.seek(0), b.read(2))
for name, arguments in (('write', (b'longer than before',)), ('write', (b'a',)), ('truncate', (0,)), ('close', ()), ('__init__', ())):
    attempt(getattr(b, name), *arguments)
view.release()
print(b.write(b'now it works'), b.getvalue())
attempt(io.BytesIO, 'x')
attempt(io.BytesIO, 5)
attempt(io.BytesIO, [1])
print(io.BytesIO(None).getvalue(), io.BytesIO(bytearray(b'a')).getvalue(), io.BytesIO(initial_bytes=b'k').getvalue(), io.BytesIO() == io.BytesIO())
b.close()
for name in ('read', 'getvalue', 'getbuffer', 'tell', 'readable', '__next__'):
    attempt(getattr(b, name))


class Counting(io.StringIO):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.count = 0

    def write(self, text):
        self.count += 1
        return super().write(text)


c = Counting('start')
print('a', 'b', file=c)
print(c.count, repr(c.getvalue()))


class Reversing(io.BytesIO):
    def readline(self, size=-1):
        return super().readline(size)[::-1]


print(list(Reversing(b'ab\ncd\n')), Reversing(b'ab\n').readlines())
with io.StringIO('with') as s:
    print(s.read())
print(s.closed)
