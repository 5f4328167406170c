# pack_into, unpack_from and iter_unpack: offsets, sizes, read-only buffers, exports.
import struct


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


area = bytearray(8)
for offset in (0, 4, 5, 8, 9, -4, -8, -9, -2, 2**70, 'a', 1.0):
    area[:] = b'........'
    attempt(struct.pack_into, '<i', area, offset, 0x41424344)
    print(area)
    attempt(struct.unpack_from, '<i', b'abcdefgh', offset) if offset != 2**70 else None
attempt(struct.pack_into, '<i')
attempt(struct.pack_into, '<i', area)
attempt(struct.pack_into, '<i', area, 0)
attempt(struct.pack_into, '<i', area, 0, 1, 2)
attempt(struct.pack_into, '<i', b'abcd', 0, 1)
attempt(struct.pack_into, '<i', 'abcd', 0, 1)
attempt(struct.pack_into, '<i', memoryview(b'abcd'), 0, 1)
attempt(struct.pack_into, '<i', memoryview(area)[2:], 0, 1)
attempt(struct.pack_into, '<i', memoryview(area)[::2], 0, 1)
attempt(struct.pack_into, '<hxh', area, 1, 1, 2)
print(area)
attempt(struct.pack_into, '<hb', area, 0, 1, 1000)
print(area)
attempt(struct.unpack_from, '<h', buffer=b'abc', offset=1)
attempt(struct.unpack_from, '<h')
attempt(struct.unpack_from, '<h', 'abc')
attempt(struct.unpack_from, '<h', b'abc', offset=1, extra=2)
attempt(struct.iter_unpack, '<h', b'abc')
attempt(struct.iter_unpack, '', b'abc')
attempt(struct.iter_unpack, '<h', 5)
iterator = struct.iter_unpack('<hb', b'\1\0\2\3\0\4\5\0\6')
print(type(iterator), iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), list(iterator), iterator.__length_hint__(), list(iterator))
attempt(type(iterator))
area = bytearray(b'\1\0\2\0')
iterator = struct.iter_unpack('<h', area)
attempt(area.append, 1)
print(list(iterator))
attempt(area.append, 1)


class Shrinks:
    def __index__(self):
        try:
            area.clear()
        except BufferError as error:
            print('BufferError', error)
        return 5


area = bytearray(4)
struct.pack_into('<hh', area, 0, Shrinks(), 6)
print(area)
