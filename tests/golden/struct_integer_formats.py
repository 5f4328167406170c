# Every integer code of struct, at its bounds and beyond, in every byte order.
import struct

CODES = 'bBhHiIlLqQnN'
VALUES = (0, 1, -1, 127, 128, 255, 256, -129, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32, 2**63 - 1, 2**63, 2**64 - 1, 2**64, -2**63, -2**63 - 1)


def attempt(format, value):
    try:
        packed = struct.pack(format, value)
    except struct.error as error:
        return str(error)
    back, = struct.unpack(format, packed)
    assert back == value, (format, value, back)
    return packed.hex()


for order in ('@', '=', '<', '>', '!', ''):
    for code in CODES:
        try:
            print(order + code, struct.calcsize(order + code))
        except struct.error as error:
            print(order + code, error)
            continue
        for value in VALUES:
            print('  ', value, attempt(order + code, value))


class Index:
    def __index__(self):
        return 7


class Broken:
    def __index__(self):
        raise KeyError('broken')


print(struct.pack('<bIq', Index(), Index(), Index()))
print(struct.pack('i', True), struct.pack('P', 1), struct.pack('P', -1))
for wrong in (1.5, 'x', None, b'x', [], Broken()):
    try:
        struct.pack('i', wrong)
    except Exception as error:
        print(type(error).__name__, error)
