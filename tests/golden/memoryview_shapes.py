# cast() with formats and shapes; views of several dimensions and of none.
def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print(result if not isinstance(result, memoryview) else ('view', result.format, result.shape, result.strides))
    except Exception as error:
        print(type(error).__name__, error)


m = memoryview(bytearray(range(8)))
for format in ('b', 'B', 'c', '?', 'h', 'H', 'i', 'I', 'l', 'q', 'Q', 'n', 'N', 'P', 'e', 'f', 'd', '@i', '@', '', 'xx', '<i', 's', 'w', 5):
    attempt(m.cast, format)
    if format in ('b', 'h', 'I', 'q', 'c', '?', '@i'):
        print(m.cast(format).tolist())
attempt(m.cast)
attempt(m.cast, 'i', 5)
for shape in ([3], [1.5], [-1], [0], [2**62, 2**62], [1] * 65, (1, 2), [2], [2, 1, 1]):
    attempt(m.cast, 'i', shape)
x = m.cast('B', (2, 4))
print(x.shape, x.strides, x.ndim, len(x), x.tolist(), x.nbytes, x.c_contiguous, x.f_contiguous, x.contiguous, x.suboffsets)
for key in (0, (0, 1), (-1, -1), (0, 1, 2), (0, 9), (9, 0), (slice(0, 1), slice(0, 1)), 'a', (0, 'a'), (0,), (), ..., slice(0, 1), slice(None, None, -1)):
    attempt(x.__getitem__, key)
    if not isinstance(key, slice):
        attempt(x.__setitem__, key, 200)
print(x[::-1].tolist(), x[::-1].tobytes(), x[::-1].c_contiguous, x[1:].tolist())
attempt(x.__setitem__, slice(0, 1), b'abcd')
attempt(x.cast, 'B', (4, 2))
attempt(x.cast, 'i')
attempt(x.cast('B').cast, 'i', [2])
attempt(x[::2].cast, 'B')
attempt(x[::-1].cast, 'B')
print(x.tobytes('F'), x.tobytes('A'), x.tobytes('C'), x.tobytes(None))
attempt(iter, x)
attempt(list, x)
scalar = memoryview(b'a').cast('B', ())
print(scalar.ndim, scalar.shape, scalar.strides, scalar.tolist(), scalar.tobytes(), scalar.nbytes, scalar[()], scalar[...] is scalar)
for key in (0, slice(0, 1), 'x', (0,)):
    attempt(scalar.__getitem__, key)
attempt(len, scalar)
attempt(iter, scalar)
attempt(scalar.__setitem__, (), 1)
writable = memoryview(bytearray(b'a')).cast('b', [])
writable[()] = -3
writable[...] = writable[()] - 1
print(writable.tolist())
three = memoryview(bytes(range(24))).cast('B', [2, 3, 4])
print(three.tolist(), three[1, 2, 3], three[-1, 0, 0], three[1:].tolist(), three.strides, three.tobytes('F'))
print(three == memoryview(bytes(range(24))).cast('B', [2, 3, 4]), three == memoryview(bytes(range(24))), three[:1] == three[:1])
print(memoryview(b'').cast('i').tolist(), memoryview(b'').shape)
attempt(memoryview(b'').cast, 'B', [0])
