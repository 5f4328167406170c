# How formats are read: counts, spaces, alignment, and what is wrong with some.
import struct

for format in ('', ' ', 'i', 'ci', 'cxi', 'ic', 'ich', 'i0l', 'ci0q', 'c0d', '=ci', '<chi', '>chiq', '!hhi', 'chiq', 'cH?d',
               '3i', '2h3i', 'c 2i', ' 2h ', '10s', '0s', '3x', 'x3xh', 'bhiqd', '2?e', 'Pn', b'hi', '@3s2c', '\th\n'):
    print(repr(format), struct.calcsize(format))
for format in ('a', '1', '<', '3', 'i3', '< i', '<3 i', '@P', '=P', '=n', '!N', '2', '%', 'i<', 'ii@', '99999999999999999999s', '9223372036854775807q',
               '9223372036854775807s1s', 'i\0', 'h\u20ac', 5, None, 1.5):
    try:
        print(repr(format), struct.calcsize(format))
    except Exception as error:
        print(repr(format), type(error).__name__, error)
for function, arguments in ((struct.pack, ()), (struct.pack, ('i',)), (struct.pack, ('i', 1, 2)), (struct.pack, ('2i', 1)), (struct.unpack, ('i', b'abc')),
                            (struct.unpack, ('i', b'abcde')), (struct.unpack, ('i', 'abcd')), (struct.unpack, ('i', 5)), (struct.unpack, ('i',)),
                            (struct.pack, (5, 1))):
    try:
        print(function(*arguments))
    except Exception as error:
        print(function.__name__, arguments, type(error).__name__, error)
print(struct.unpack('<2h', bytearray(b'\1\0\2\0')), struct.unpack('<2h', memoryview(b'\1\0\2\0')))
print(struct.pack('<3h2s', 1, 2, 3, b'ab'), struct.unpack('>3h2s', b'\0\1\0\2\0\3ab'))
print(struct.error, struct.error.__mro__[1], issubclass(struct.error, Exception))
print(struct.Struct('<ih').size, struct.Struct('ih').format, struct.Struct(b'ih').format, struct.Struct('ih'))
