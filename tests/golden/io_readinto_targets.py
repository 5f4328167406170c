# readinto() into bytearrays, arrays, parts of memoryviews, and into what cannot be written.
import array
import io
import os


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


name = f'/tmp/viv-readinto-{os.getpid()}'
with open(name, 'wb') as f:
    print(f.write(array.array('h', [1, 2, 3, 4])), f.write(memoryview(b'abcdef')[::1]), f.write(bytearray(b'!')))
    attempt(f.write, memoryview(b'abcdef')[::2])
    attempt(f.write, 'text')
    attempt(f.write, [1])
    f.writelines([b'x', bytearray(b'y'), memoryview(b'z')])
for buffering in (-1, 0):
    with open(name, 'rb', buffering=buffering) as f:
        numbers = array.array('h', [0] * 3)
        print(f.readinto(numbers), numbers)
        area = bytearray(6)
        print(f.readinto(memoryview(area)[2:5]), area)
        for wrong in (b'abc', 'abc', memoryview(b'abc'), 5, memoryview(area)[::2]):
            attempt(f.readinto, wrong)
        print(f.readinto(bytearray()), f.readinto(bytearray(100)), f.readinto(area))
stream = io.BytesIO(b'0123456789')
numbers = array.array('i', [0, 0])
print(stream.readinto(numbers), numbers.tobytes(), stream.readinto1(memoryview(bytearray(1))), stream.read())
numbers = array.array('b', b'...')
stream.seek(0)
print(stream.readinto(memoryview(numbers)[1:]), numbers)
os.remove(name)
