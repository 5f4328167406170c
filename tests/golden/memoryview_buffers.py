# Who lends memory: exports, release, __buffer__ of Python classes, comparison and hashes.
from array import array


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print(result if not isinstance(result, memoryview) else ('view', result.format, result.tobytes()))
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(4)
view = memoryview(data)
attempt(data.append, 1)
attempt(data.clear)
part = view[1:]
view.release()
attempt(data.append, 1)
part.release()
attempt(data.append, 1)
view.release()
for function in (len, memoryview, bytes, hash):
    attempt(function, view)
attempt(lambda: view.format)
attempt(lambda: view.obj)
attempt(view.__enter__)
attempt(view.cast, 'B')
print(view == view, view == b'', view != part)
m = memoryview(b'abc')
print(hash(m) == hash(b'abc'))
m.release()
print(hash(m) == hash(b'abc'))
attempt(hash, memoryview(bytearray(2)).toreadonly())
attempt(hash, memoryview(bytearray(2)))
attempt(hash, memoryview(b'abcd').cast('i'))
attempt(hash, memoryview(array('w', 'a')).toreadonly())
numbers = memoryview(array('i', [1, 2, 3]))
print(numbers == array('i', [1, 2, 3]), numbers == array('d', [1, 2, 3]), numbers[::2] == array('h', [1, 3]), numbers == [1, 2, 3], numbers == 5, numbers != array('i'))
print(memoryview(b'abc') == b'abc', b'abc' == memoryview(b'abc'), memoryview(b'abc') == bytearray(b'abc'), memoryview(b'abc') == 'abc')
attempt(lambda: memoryview(b'a') < memoryview(b'b'))
text = memoryview(array('w', 'ab'))
print(text.format, text.itemsize, text.nbytes, text == text)
attempt(lambda: text[0])
attempt(text.tolist)
attempt(text.__setitem__, 0, 'x')
attempt(list, text)
attempt(text.cast, 'B')
print(numbers[::2].tobytes(), bytes(numbers[::2]), bytearray(numbers[::-1]), numbers[::2].hex(), numbers.hex(' ', 4), type(iter(numbers)), list(reversed(numbers)))
for value in (300, 'a', 1.5, None, -2**31, 2**31, 2**80):
    attempt(numbers.__setitem__, 0, value)
attempt(numbers.__setitem__, slice(0, 2), array('i', [8, 9]))
attempt(numbers.__setitem__, slice(0, 2), b'12345678')
attempt(numbers.__setitem__, slice(0, 2), array('i', [8]))
attempt(numbers.__setitem__, slice(0, 2), 5)
numbers[1:] = numbers[:-1]
print(numbers.tolist())
attempt(numbers.__delitem__, 0)
attempt(memoryview(b'a').__setitem__, 0, 1)
attempt(memoryview(b'a').__delitem__, 0)


class Lender:
    def __buffer__(self, flags):
        print('flags', flags)
        return memoryview(b'xyz')

    def __release_buffer__(self, view):
        print('released', view.nbytes)


class Liar:
    def __buffer__(self, flags):
        return 5


attempt(lambda: memoryview(Lender()).tobytes())
attempt(bytes, Lender())
with memoryview(Lender()) as borrowed:
    print(borrowed.readonly, borrowed[0])
del borrowed
attempt(memoryview, Liar())
attempt(bytes, Liar())
print(b'ab'.__buffer__(0).tobytes(), bytearray(b'ab').__buffer__(1).readonly)
attempt(b'ab'.__buffer__, 1)
for wrong in (5, 'a', None, [1]):
    attempt(memoryview, wrong)
attempt(memoryview)
attempt(memoryview, b'a', b'b')
attempt(memoryview, object=b'a')
attempt(memoryview(b'a').tobytes, 'X')
attempt(memoryview(b'a').tobytes, order=5)
