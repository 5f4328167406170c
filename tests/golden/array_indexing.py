# Reading, assigning and deleting items and slices of arrays.
from array import array


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


a = array('i', [1, 2, 3, 4, 5])
for key in (0, -1, 4, 5, -6, 'x', 1.5, 2**70, None):
    attempt(a.__getitem__, key)
    attempt(a.__setitem__, key, 9)
    attempt(a.__delitem__, key) if key not in (0, -1, 4) else None
print(a, a[1:3], a[::2], a[::-1], a[10:], a[-2:], a[3:1])
attempt(a.__setitem__, slice(0, 2), [1])
attempt(a.__setitem__, slice(0, 2), array('d'))
attempt(a.__setitem__, slice(0, 4, 2), array('i', [1]))
a[0:2] = array('i', [9, 8, 7])
print(a)
a[::2] = array('i', [0, 0, 0])
print(a)
a[::-2] = array('i', [1, 2, 3])
print(a)
del a[::2]
print(a)
del a[0:1]
print(a)
a[1:1] = a
print(a)
a[::2] = array('i')
print(a)
a[:] = array('i', range(10))
del a[8:2:-3]
print(a)
del a[:]
print(a, len(a))
print(array('i', [1, 2]) + array('i', [3]), array('i', [1, 2]) * 2, 3 * array('w', 'ab'), array('i', [1]) * 0, array('i', [1]) * -1)
attempt(lambda: a + [1])
attempt(lambda: a + array('d'))
attempt(lambda: a * 'x')
attempt(lambda: a * 2**62)
attempt(lambda: array('i', [1, 2]) * 2**62)
b = a = array('h', [1])
b += array('h', [7])
b *= 3
print(b is a, a)
attempt(a.__iadd__, [1])
attempt(a.__iadd__, array('d'))
print(2 in array('i', [1, 2]), 'a' in array('w', 'xyz'), 1.0 in array('i', [1]))
print(a == a, a == [1, 7] * 3, array('i', [1]) == array('d', [1]), array('i', [1]) < array('i', [2]), array('i', [1, 0]) > array('i', [1]),
      array('i', [1]) != array('i', [1, 0]), array('w', 'a') <= array('w', 'b'), array('i') >= array('d'))
attempt(lambda: a < [1])
attempt(hash, a)
match array('i', [1, 2]):
    case [x, y]:
        print('a sequence', x, y)


class Clears:
    def __index__(self):
        a.pop()
        a.pop()
        return 5


a = array('i', [1, 2, 3])
attempt(a.__setitem__, 2, Clears())
print(a)
