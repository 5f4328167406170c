# round(), format(), str() and repr() of ints, and the limit on digits.
import sys


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for n in 0, 5, 15, 25, -15, -25, 12345, 10 ** 25 + 5, -(10 ** 25) - 5, 2 ** 63:
    print(n, [round(n, k) for k in (None, 0, 1, -1, -2, -3, -30)])
show(lambda: round(5, 1.5))
show(lambda: round(5, 10 ** 30))
for spec in ('', 'd', 'n', 'b', 'o', 'x', 'X', 'c', '#b', '#o', '#x', '#X', '+', ' ', '-', '08', '<8', '>8', '^8', '=8', '*=+9', ',', '_', '_x', '_b', ',d',
             '#_x', '020,', '020_x', 'e', '.3f', '%', 'g', 'E', 's', '.3', '.3d', '#c', '+c', ',x', ',c', '_c', 'z', 'zf', '08b', '+#010x', '!', '1_000', 'dd'):
    for n in 97, -97:
        try:
            print(spec, n, repr(format(n, spec)))
        except (ValueError, OverflowError) as error:
            print(spec, n, type(error).__name__, error)
show(lambda: format(2 ** 21, 'c'))
show(lambda: format(-1, 'c'))
show(lambda: format(2 ** 70, 'c'))
show(lambda: format(10 ** 40, ',') + format(10 ** 40, '_x') + format(-10 ** 40, '.5e'))
show(lambda: format(10 ** 400, 'f'))
show(lambda: format(True, 'd') + format(True, '') + format(True, '>6') + str(True) + format(False, '#x'))
show(lambda: bin(-5) + oct(-5) + hex(-5) + bin(0) + hex(2 ** 70) + oct(10 ** 20))
show(lambda: bin(5.0))
show(lambda: hex('5'))
print(sys.get_int_max_str_digits())
show(lambda: len(str(10 ** 4299)))
show(lambda: str(10 ** 4300))
show(lambda: int('1' * 4301))
show(lambda: int('1' * 4301, 16) > 0)
show(lambda: hex(10 ** 5000)[:6])
show(lambda: '%d' % 10 ** 3)
show(lambda: '%d' % (10 ** 5000))
show(lambda: f'{10 ** 5000}')
show(lambda: '%x' % (10 ** 5000) == hex(10 ** 5000)[2:])
show(lambda: sys.set_int_max_str_digits(100))
sys.set_int_max_str_digits(640)
show(lambda: str(10 ** 640))
sys.set_int_max_str_digits(0)
show(lambda: len(str(10 ** 6000)))
show(lambda: sys.set_int_max_str_digits(-1))
