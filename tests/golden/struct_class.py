# class Struct: attributes, methods, subclasses, initialized twice.
import struct


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


point = struct.Struct('<hh')
print(point, point.format, point.size, type(point))
print(point.pack(1, 2), point.unpack(b'\1\0\2\0'), point.unpack_from(b'...\1\0\2\0', 3), list(point.iter_unpack(b'\1\0\2\0' * 2)))
area = bytearray(6)
print(point.pack_into(area, 2, 3, 4), area)
attempt(point.pack, 1)
attempt(point.pack, 1, 'x')
attempt(point.unpack, b'abc')
attempt(point.unpack)
attempt(point.pack_into)
attempt(point.pack_into, area)
attempt(point.unpack_from)
attempt(point.unpack_from, b'abc')
attempt(point.iter_unpack, b'abc')
attempt(setattr, point, 'size', 3)
attempt(setattr, point, 'format', 'i')
attempt(struct.Struct)
attempt(struct.Struct, 5)
attempt(struct.Struct, 'q', 'h')
attempt(struct.Struct, format='q')
attempt(struct.Struct, 'y')


class Header(struct.Struct):
    def __init__(self):
        super().__init__('>I4s')

    def parse(self, data):
        return dict(zip(('size', 'kind'), self.unpack_from(data)))


header = Header()
header.note = 'with attributes'
print(header, header.parse(b'\0\0\0\x10ftyp....'), header.note, header.size)


reader = struct.Struct('<hh')
reader.__init__('<q')
print(reader.format, reader.size, reader.pack(1))
attempt(reader.__init__, 'zzz')
print(sorted(n for n in dir(point) if not n.startswith('__')))
