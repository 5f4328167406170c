# __index__ wherever an index is wanted: sequences, slices, ranges, multiplication, bytes, shifts.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Wrong:
    def __index__(self):
        return 'x'


class Derived(int):
    def __index__(self):
        return 99


two, huge = I(2), I(10 ** 30)
for sequence in [1, 2, 3, 4], (1, 2, 3, 4), 'abcd', b'abcd', bytearray(b'abcd'), range(4), memoryview(b'abcd'):
    print(type(sequence).__name__)
    show(lambda: sequence[two])
    show(lambda: sequence[Derived(1)])
    show(lambda: sequence[True])
    show(lambda: bytes(sequence[two:]) if isinstance(sequence, memoryview) else sequence[two:])
    show(lambda: len(sequence[I(-10 ** 30):huge]))
    show(lambda: len(sequence[::huge]))
    show(lambda: sequence[huge])
    show(lambda: sequence[10 ** 30])
    show(lambda: sequence[-10 ** 30])
    show(lambda: sequence[9])
    show(lambda: sequence[1.0])
    show(lambda: sequence['a'])
    show(lambda: sequence[None])
    show(lambda: sequence[Wrong()])
    show(lambda: sequence[Wrong():])
    show(lambda: sequence[1.0:])
    show(lambda: sequence[::0])
    if not isinstance(sequence, (range, memoryview)):
        show(lambda: sequence * two)
        show(lambda: two * sequence)
        show(lambda: sequence * huge)
        show(lambda: sequence * 1.0)
        show(lambda: sequence * I(-3))
        show(lambda: sequence.index(sequence[two], I(1), huge))
show(lambda: range(I(1), I(7), two))
show(lambda: range(Wrong()))
show(lambda: range(1.0))
show(lambda: bin(two) + hex(two) + oct(two) + chr(I(65)))
show(lambda: chr(1.0))
show(lambda: bytes(two))
show(lambda: bytes([two, I(255)]))
show(lambda: bytes([I(256)]))
show(lambda: 'abc'.center(I(7), '*') + 'a'.zfill(I(4)) + 'b'.ljust(two) + '|')
show(lambda: 'a'.center(7.0))
show(lambda: round(3.14159, two))
show(lambda: [1, 2, 3].pop(I(0)))
show(lambda: [].pop(two))
items = [1, 2, 3]
show(lambda: items.insert(huge, 9))
items.insert(I(-100), 0)
items[two] = 'two'
del items[I(0)]
print(items)
show(lambda: slice(two, huge, Wrong()).indices(5))
show(lambda: slice(two, huge, I(2)).indices(I(10)))
show(lambda: slice(1).indices(-1))
show(lambda: slice(1).indices(1.0))
show(lambda: 'a b c'.split(' ', I(1)) + 'a-a'.replace('a', 'b', I(1)).split())
show(lambda: pow(two, 3))
show(lambda: 1 << two)
show(lambda: divmod(7, two))
show(lambda: '%d' % two)
show(lambda: '%x' % two)
show(lambda: '%c' % I(65))
show(lambda: format(two, 'd'))
