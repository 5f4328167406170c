# Methods of float: as_integer_ratio, hex, fromhex, is_integer, rounding, conversion of text and its errors.
import math


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


inf, nan = float('inf'), float('nan')
for x in 0.0, -0.0, 1.0, 0.1, -2.5, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 3.141592653589793, inf, -inf, nan:
    print(x, x.hex(), x.is_integer(), x.real, x.imag, x.conjugate(), bool(x), float.fromhex(x.hex()))
    show(lambda: x.as_integer_ratio())
    show(lambda: int(x))
    show(lambda: (math.floor(x), math.ceil(x), math.trunc(x), round(x)))
    show(lambda: [round(x, n) for n in (0, 1, 2, -1, -2, 400, -400)])
for text in ('0x1p3', '0x1.8p0', '1.8', '-0x.8p-1', '0x1p1024', '0x1p-1080', 'inf', '-Infinity', 'nan', '0x', '0x1.p', 'abc', '', ' 0x1p3 ', '0x1p3x', '1e5',
             '0x1.fffffffffffff8p1023', '0x1.fffffffffffff7p1023', '0x0.0000000000001p-1022', '0x1p+5', 'p5', '0x1.8'):
    show(lambda: float.fromhex(text))
for text in ('1', ' 1.5 ', '1_0.5', '1__0', '_1', '1_', '1e5', '1e', 'e5', '.5', '5.', '.', '+1', '--1', 'inf', 'Infinity', 'infinit', '-nan', '1e400', '1e-400', '٣.٥', '0x10',
             '1\0', '', '1 2', 'é', '1e1_0', b'2.5', b'\xff', bytearray(b'3'), None, [], 1j, 10 ** 400, True):
    show(lambda: float(text))


class F:
    def __float__(self):
        return 2.5


class Bad:
    def __float__(self):
        return 2


class Index:
    def __index__(self):
        return 7


class Sub(float):
    def __float__(self):
        return 9.5


show(lambda: float(F()))
show(lambda: float(Bad()))
show(lambda: float(Index()))
show(lambda: (float(Sub(1)), type(float(Sub(1))).__name__, Sub('1.5') * 2))
show(lambda: float(1, 2))
show(lambda: float(x=1))
show(lambda: (1.5).is_integer(1))
show(lambda: float.fromhex(5))
show(lambda: type(Sub.fromhex('0x1p1')).__name__)
show(lambda: (2.5).__round__())
show(lambda: (2.5).__round__('a'))
show(lambda: round(2.5, None))
show(lambda: round(inf))
show(lambda: round(nan))
show(lambda: float.__getformat__('double'))
show(lambda: float.__getformat__('x'))
show(lambda: [hash(x) for x in (0.0, -0.0, 1.0, 0.5, -1.0, 1e300, inf, -inf)])
show(lambda: (1.5).__truediv__(0.0))
