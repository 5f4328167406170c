# io.FileIO by hand: modes, methods, errors, and classes derived from it.
import io
import os


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__, str(error).replace(name, 'NAME'))


name = f'/tmp/viv-io-fileio-{os.getpid()}'
f = io.FileIO(name, 'w+')
print(repr(f).replace(name, 'NAME'), f.mode, f.name == name, f.closefd, f.readable(), f.writable(), f.seekable(), f.isatty(), f.closed)
print(f.write(b'hello\nworld\n'), f.tell(), f.seek(0), f.read(3), f.readline(), f.readall(), f.read(), f.seek(-3, 2), f.read(), f.truncate(4), f.seek(0), f.readlines())
area = bytearray(3)
f.seek(0)
print(f.readinto(area), area)
for function, argument in ((f.readinto, b'abc'), (f.write, 'a'), (f.write, 5), (f.read, 'a'), (f.seek, -1)):
    attempt(function, argument)
attempt(f.seek, 0, 9)
f.close()
f.close()
print(f)
for method in ('read', 'readall', 'fileno', 'tell', 'readable', 'writable', 'seekable', 'isatty', '__enter__', 'flush', 'readline', 'truncate'):
    attempt(getattr(f, method))
attempt(f.write, b'a')
for mode in ('', 'b', 'rw', 'rr', 'r++', 'z', 'U', 'rwa', 'rb+', 'wb', 'xb', 'r'):
    attempt(io.FileIO, '/nope/x', mode)
attempt(io.FileIO, -1)
attempt(io.FileIO, 99)
attempt(io.FileIO)
attempt(io.FileIO, name, 'r', closefd=False)
attempt(io.FileIO, 5.5)
attempt(io.FileIO, 'a\0b')
attempt(io.FileIO, name, 5)
attempt(io.FileIO, '/tmp')
attempt(io.FileIO, name, 'x')
with io.FileIO(name, 'r') as f:
    attempt(f.write, b'a')
    attempt(f.truncate)
    print(f.mode)
with io.FileIO(name, 'a') as f:
    attempt(f.read)
    print(f.tell(), f.write(b'++'), f.mode)
with io.FileIO(name, 'a+') as f:
    print(f.mode, f.seek(0), f.read())


class Logged(io.FileIO):
    def __init__(self, path, mode='r'):
        super().__init__(path, mode)
        self.log = []

    def write(self, data):
        self.log.append(bytes(data))
        return super().write(data)

    def close(self):
        print('close', self.closed)
        super().close()


f = Logged(name, 'w')
b = io.BufferedWriter(f)
b.write(b'one')
b.write(b'two')
b.flush()
b.write(b'three')
b.close()
print(f.log, f.closed, repr(f))
f = Logged(name, 'w')
f = None
print('dropped')


def opener(path, flags):
    print(path == name, bool(flags & os.O_CREAT))
    return os.open(path, flags)


with io.FileIO(name, 'w', opener=opener) as f:
    f.write(b'x')
with open(name, opener=opener) as f:
    print(f.read())
attempt(open, name, opener=lambda path, flags: -2)
attempt(open, name, opener=lambda path, flags: 'x')
attempt(open, name, opener=lambda path, flags: 9999)
attempt(open, name, opener=5)
descriptor = os.open(name, os.O_RDONLY)
with open(descriptor, 'rb', closefd=False) as f:
    print(f.read(), f.name == descriptor, f.raw.closefd)
print(os.read(descriptor, 1))
with open(descriptor) as f:
    pass
attempt(os.close, descriptor)
with open(name, 'rb', buffering=0) as f:
    print(type(f), f.read())
f = open(name, 'rb')
if True:
    print(type(f), type(f.raw), f.raw.name == name, f.raw.mode, f.raw is f.raw, repr(f).replace(name, 'NAME'))
    raw = f.detach()
    print(raw.read(), raw.closed)
    attempt(f.read)
    f = raw
f.close()
os.remove(name)
