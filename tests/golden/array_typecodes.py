# Every typecode of array: sizes, bounds, and the words for what does not fit.
from array import array
import array as module

print(module.typecodes, module.ArrayType is array, array)
for code in 'bBhHiIlLqQfd':
    numbers = array(code, [0, 0])
    print(code, numbers.itemsize, numbers.typecode, numbers)
    for value in (-1, 127, 128, 255, 256, -129, 300, 32768, 65535, 70000, 2**31, 2**32 - 1, 2**32, 2**63 - 1, 2**63, 2**64, -2**31 - 1, -2**63 - 1, 1.5, True, 'x', None):
        try:
            numbers[0] = value
            print('  ', value, numbers[0])
        except Exception as error:
            print('  ', value, type(error).__name__, error)
text = array('w', 'ab')
for value in ('x', 'xy', '', 5, '\U0001f600', b'x', None):
    try:
        text[0] = value
        print(ascii(text))
    except TypeError as error:
        print(ascii(value), error)
for arguments in ((), (5,), ('x',), ('ii',), ('',), (b'i',), (None,), ('i', 'abc'), ('i', b'abc'), ('i', [1, 'a']), ('i', 5), ('i', None), ('w', [1]), ('w', 'ab', 3),
                  ('i', array('w', 'ab')), ('i', array('d', [1.5]))):
    try:
        print(array(*arguments))
    except Exception as error:
        print(arguments, type(error).__name__, error)
for keywords in ({'typecode': 'i'}, {'x': 5}):
    try:
        print(array('i', **keywords))
    except TypeError as error:
        print(error)
print(array('d', array('i', [1, 2])), array('i', range(3)), array('i', (1, 2)), array('i', iter([1])), array('i', b'\1\0\0\0'), array('i', bytearray(4)),
      array('i', memoryview(b'\1\2')), array('w', 'h\u20ac'), array('w', ['a', 'b']), array('i'), array('w'))
print(array('f', [1.1]), array('d', [float('nan'), float('inf'), -0.0]), array('w', 'a"b\'c'))
