# tell, seek and truncate of text files; reading and writing in one.
import os

name = f'/tmp/viv-text-positions-{os.getpid()}'
with open(name, 'w+', encoding='utf-8') as f:
    print(f.write('h\xe9llo\nw\xf6rld\n'), f.tell(), f.seek(0), f.tell())
    print(ascii(f.readline()), f.tell(), ascii(f.read(2)), f.tell())
    place = f.tell()
    rest = f.read()
    f.seek(place)
    print(f.read() == rest, f.seek(0, 2), f.read(), f.seek(0, 1))
    for arguments in ((1, 1), (1, 2), (-1,), (0, 3)):
        try:
            f.seek(*arguments)
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
    f.seek(0)
    next(f)
    try:
        f.tell()
    except OSError as error:
        print(error)
    print(f.truncate(7), f.seek(0), ascii(f.read()))
with open(name, 'r+', encoding='utf-8') as f:
    f.write('J')
    f.seek(0)
    print(ascii(f.read()))
    f.write('end')
    f.seek(0)
    print(ascii(f.read()))
with open(name, 'a+') as f:
    print(f.tell() == os.path.getsize(name))
    f.write('!')
    f.seek(0)
    print(ascii(f.read()))
for encoding in ('utf-16', 'utf-8-sig', 'utf-32-be'):
    with open(name, 'w', encoding=encoding) as f:
        f.write('a')
    with open(name, 'a', encoding=encoding) as f:
        f.write('b')
    print(encoding, open(name, 'rb').read(), ascii(open(name, encoding=encoding).read()))
with open(name, 'rb+') as f:
    print(f.read(1), f.write(b'XY'), f.tell(), f.seek(0), f.read(), f.seek(-1, 2), f.read(), f.truncate(2), f.tell())
with open(name, 'rb', buffering=3) as f:
    print(f.peek()[:2], f.read1(), f.read1(1), f.readinto(bytearray(3)), f.read())
with open(name, 'wb') as f:
    f.write(b'1\n22\r\n333\r4')
for newline in (None, '', '\n', '\r', '\r\n'):
    with open(name, newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
with open(name) as f:
    print(f.readline(1), f.readline(1) == '\n', f.read(2), list(f))
os.remove(name)
