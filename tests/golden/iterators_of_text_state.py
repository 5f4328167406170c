# __reduce__ and __setstate__ of the iterators of str, bytes and bytearray; descriptors that reduce to getattr.
import types

for text in 'abc', 'aé€', b'abc', bytearray(b'abc'):
    it = iter(text)
    print(type(it).__name__, it.__reduce__())
    next(it)
    print(it.__reduce__(), it.__length_hint__())
    for state in 2, -5, 100, True:
        fresh = iter(text)
        fresh.__setstate__(state)
        print(state, list(fresh))
    for state in 'x', None, 1.0, 10 ** 30:
        try:
            it.__setstate__(state)
        except (TypeError, OverflowError) as error:
            print(type(error).__name__, error)
    list(it)
    print(it.__reduce__(), it.__length_hint__())
    it.__setstate__(0)
    print(list(it))
for descriptor in int.__add__, (5).__add__, range.start, type('S', (), {'__slots__': 'a'}).a:
    print(descriptor.__reduce__()[0], [x if isinstance(x, (str, int)) else x.__name__ for x in descriptor.__reduce__()[1]])


def generator():
    yield


print(types.GeneratorType[int, str, None], types.CoroutineType[int, str, None], types.AsyncGeneratorType[int, None])


class First(Exception):
    pass


for error in UnicodeDecodeError('x', bytearray(b'ab'), 0, 1, 'r'), UnicodeDecodeError('x', memoryview(b'ab'), 0, 1, 'r'):
    print(error.object, type(error.args[1]).__name__)
for error in ValueError(), First():
    try:
        del error.__dict__
    except TypeError as problem:
        print(problem)
