# bit_length, bit_count, to_bytes, from_bytes, as_integer_ratio, is_integer, conjugate and the attributes of int.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


numbers = [0, 1, -1, 2, 255, 256, -256, 2 ** 61 - 1, 2 ** 61, -2 ** 61, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 64, 10 ** 30, -10 ** 30, True]
for n in numbers:
    print(n, n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.is_integer(), n.numerator, n.denominator, n.real, n.imag,
          n.conjugate() == n, n.__floor__() == n, n.__ceil__() == n, n.__trunc__() == n, n.__bool__())
for n in 0, 1, 255, 256, 2 ** 64 - 1, 2 ** 70, -1, -128, -129, -2 ** 63:
    for length in 0, 1, 2, 8, 10:
        for order in 'big', 'little':
            for signed in False, True:
                try:
                    b = n.to_bytes(length, order, signed=signed)
                    assert length == 0 or int.from_bytes(b, order, signed=signed) == n
                    print(n, length, order, signed, b)
                except OverflowError as error:
                    print(n, length, order, signed, error)
show(lambda: (5).to_bytes())
show(lambda: (5).to_bytes(2))
show(lambda: (5).to_bytes(length=2, byteorder='little'))
show(lambda: (300).to_bytes())
show(lambda: (5).to_bytes(-1))
show(lambda: (5).to_bytes(1, 'middle'))
show(lambda: (5).to_bytes(1.0))
show(lambda: (5).to_bytes(1, 5))
show(lambda: int.from_bytes(b''))
show(lambda: int.from_bytes(b'\x01\x02'))
show(lambda: int.from_bytes([1, 2, 255], 'little'))
show(lambda: int.from_bytes([1, 256]))
show(lambda: int.from_bytes('ab'))
show(lambda: int.from_bytes(5))
show(lambda: int.from_bytes(bytearray(b'\xff\xff'), signed=True))
show(lambda: int.from_bytes(memoryview(b'\x80'), 'big', signed=1))
show(lambda: int.from_bytes(b'\x01', 'x'))
show(lambda: bool.from_bytes(b'\x05'))
show(lambda: type(type('I', (int,), {}).from_bytes(b'\x05')).__name__)
for name in 'bit_length', 'bit_count', 'is_integer', 'as_integer_ratio', 'conjugate':
    show(lambda: getattr(5, name)(1))
show(lambda: setattr(5, 'real', 1))
