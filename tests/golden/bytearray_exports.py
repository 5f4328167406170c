# A bytearray does not change its length while somebody looks at its memory.
import struct


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b'abcdef')
view = memoryview(data)
for name, arguments in (('append', (1,)), ('extend', (b'x',)), ('insert', (0, 1)), ('pop', ()), ('remove', (97,)), ('clear', ()), ('__iadd__', (b'x',)), ('__imul__', (2,)), ('__delitem__', (0,)),
                        ('__setitem__', (slice(0, 1), b'longer')), ('__init__', (b'xyz',))):
    attempt(getattr(data, name), *arguments)
data[0] = 65
data[1:3] = b'BC'
data.reverse()
print(data, view.tobytes())
part = view[2:]
view.release()
attempt(data.append, 1)
part.release()
attempt(data.append, 33)
print(data)
iterator = struct.iter_unpack('B', data)
next(iterator)
attempt(data.clear)
del iterator
attempt(data.clear)
print(data)


class Grows:
    def __index__(self):
        try:
            data.extend(bytes(1000))
        except BufferError as error:
            print('BufferError', error)
        return 7


data = bytearray(4)
struct.pack_into('4B', data, 0, 1, Grows(), 2, 3)
print(data)
data = bytearray(4)
view = memoryview(data)
try:
    view[Grows()] = 1
except IndexError as error:
    print(error)
