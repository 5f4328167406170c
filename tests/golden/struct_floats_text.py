# Floats of three sizes, single bytes, booleans, strings and Pascal strings.
import struct
import math


def attempt(format, *values):
    try:
        packed = struct.pack(format, *values)
    except Exception as error:
        print(format, values, type(error).__name__, error)
    else:
        print(format, values, packed, struct.unpack(format, packed))


for value in (0.0, -0.0, 1.0, -1.5, 65504.0, 65519.9, 65520.0, 2.0**-24, 2.0**-25, 2.0**-26, 5.96e-8, 6.1e-5, 1e10, 1e39, 1e308, math.inf, -math.inf, 3, 10**400, 70000):
    for code in ('<e', '>e', 'e', '<f', 'f', '>d'):
        attempt(code, value)
print(struct.unpack('<e', struct.pack('<e', math.nan))[0] != 0, struct.pack('<f', math.nan).hex())
for bits in (0x0001, 0x03ff, 0x0400, 0x3c00, 0x3555, 0x7bff, 0x7c00, 0xfc00, 0x8000, 0x8001):
    print(hex(bits), struct.unpack('<e', bits.to_bytes(2, 'little')))
for value in ('x', None, b'1', [1]):
    attempt('d', value)


class Float:
    def __float__(self):
        return 2.5


print(struct.pack('<d', Float()))
for value in (b'a', b'ab', b'', 'a', 97, bytearray(b'a')):
    attempt('c', value)
for value in (True, False, 0, 5, '', 'x', [], None):
    attempt('?', value)
print(struct.unpack('???', b'\x00\x01\xff'))
for value in (b'abc', b'abcdefgh', b'', bytearray(b'xy'), 'abc', 5):
    attempt('5s', value)
    attempt('5p', value)
attempt('0s', b'abc')
attempt('0p', b'abc')
attempt('s', b'abc')
attempt('p', b'abc')
attempt('1p', b'abc')
packed = struct.pack('300p', b'z' * 400)
print(len(packed), packed[0], len(struct.unpack('300p', packed)[0]))
print(struct.unpack('4p', b'\x09abc'), struct.unpack('4p', b'\x02abc'))
print(struct.pack('3x'), struct.pack('<b2xb', 1, 2), struct.unpack('<b2xb', b'\x01\x00\x00\x02'))


class Bad:
    def __bool__(self):
        raise RuntimeError('no truth')


try:
    struct.pack('?', Bad())
except RuntimeError as error:
    print(error)
