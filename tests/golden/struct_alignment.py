# Native alignment against the standard sizes, and padding that is asked for.
import struct


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for format in ('bh', 'bi', 'bq', 'bd', 'hq', 'qb', 'bhb', 'ibh', 'b0i', 'bh0q', 'cP', 'bn', '?f', 'be', 'b3s2h', '3sq', 'xq', '2xh', 'bxbxb'):
    line = [format]
    for order in '@=<>!':
        try:
            line.append(struct.calcsize(order + format))
        except struct.error as error:
            line.append(str(error))
    print(*line)
print(struct.pack('@bh', 1, 2), struct.pack('=bh', 1, 2), struct.pack('>bh', 1, 2), struct.pack('b0i', 1), struct.pack('<b0i', 1))
print(struct.unpack('@bh', b'\1\xff\2\0'), struct.unpack('bxh', b'\1\xff\2\0'))
print(struct.pack('3x2b', 1, 2), struct.unpack('3x2b', b'abc\1\2'))
for order in '@=<>!':
    print(order, struct.pack(order + 'hHiIqQ', -2, 3, -4, 5, -6, 7).hex(' '))
attempt(struct.unpack, '@bq', b'123456789')
attempt(struct.pack, '<bx', 1, 2)
