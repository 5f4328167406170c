# int() from text, bytes, numbers and objects; bases, underscores, signs, other digits, and every error.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for text in ('12', ' 12 ', '+12', '-12', '--1', '1_000', '1__0', '_1', '1_', '', ' ', '0x10', '1.5', '1e3', '٣٤', '１２', '\u00a05\u2003',
             '1\x00', 'é', '१२३', '9' * 30):
    show(lambda: int(text))
for text, base in (('ff', 16), ('0xff', 16), ('0Xff', 0), ('0b101', 0), ('0o17', 0), ('017', 0), ('0', 0), ('00', 0), ('0_0', 0), ('z', 36),
                   ('Z', 36), ('z', 35), ('12', 2), ('0b12', 2), ('0b', 2), ('0x', 0), ('0b1', 16), ('', 10), ('1' * 70, 2), ('-0x1F', 16),
                   ('0x_1f', 0), ('_0x1', 0), ('1_0', 2), ('10', 1), ('10', 37), ('10', -2), ('10', 2.0), ('10', 10 ** 20), ('10', True)):
    show(lambda: int(text, base))
for value in (b'12', b' 0x1f', bytearray(b'7'), memoryview(b'8'), 3.99, -3.99, 1e22, float('inf'), float('nan'), True, None, [], 3j, '5j', b'\xff'):
    show(lambda: int(value))
show(lambda: int(b'0x1f', 16))
show(lambda: int(12, 10))
show(lambda: int('12', base=3))
show(lambda: int(base=3))
show(lambda: int(x='1'))
show(lambda: int(1, 2, 3))
show(lambda: int())


class Index:
    def __index__(self):
        return 5


class Trunc:
    def __trunc__(self):
        return 5


class Int:
    def __int__(self):
        return 6


class BadInt:
    def __int__(self):
        return '6'


class Derived(int):
    def __int__(self):
        return 7


class ReturnsTrue:
    def __index__(self):
        return 2.0


for value in Index(), Trunc(), Int(), BadInt(), Derived(3), ReturnsTrue():
    show(lambda: int(value))
show(lambda: int('11', Index()))
show(lambda: type(int(Derived(3))).__name__)
show(lambda: Derived('12') + 1)
show(lambda: [int(str(n)) == n for n in (0, 10 ** 18, 10 ** 19, -2 ** 63, 2 ** 64, 10 ** 100)])
