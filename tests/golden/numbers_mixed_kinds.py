# Arithmetic and comparison between bool, int, float and complex: kinds of results, exactness, conversions.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


values = [True, 3, -2, 10 ** 18, 2.5, -0.5, 1e20, 2 + 1j, False, 2 ** 62]
for a in values:
    row = []
    for b in values:
        for operation in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b):
            try:
                row.append(type(operation()).__name__[0])
            except (TypeError, ZeroDivisionError) as error:
                row.append(type(error).__name__[0])
        row.append(' ')
    print(repr(a), ''.join(row))
for a in values:
    print(repr(a), [a == b for b in values], [a < b if not isinstance(a, complex) and not isinstance(b, complex) else '-' for b in values])
print(1 == 1.0 == True == 1 + 0j, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 10 ** 23 == 1e23, 0.1 == 1 / 10, 3 * 0.1 == 0.3)
print(1 < 1.5 < 2, True < 2.5, 10 ** 400 > 1e308, -10 ** 400 < -1e308, float('inf') > 10 ** 400, float('nan') < 1, not float('nan') > 1)
print(type(2 ** 2).__name__, type(2 ** -2).__name__, type(2.0 ** 2).__name__, type((-8) ** 0.5).__name__, type(True ** 2).__name__, (-1) ** 0.5, 4 ** 0.5, (-2) ** 2, -2 ** 2, 2 ** 3 ** 2)
print(7 // 2, -7 // 2, 7 // -2, 7.0 // 2, -7 % 3, 7 % -3, -7.5 % 3, 7.5 % -3, divmod(-7, 2), divmod(7.5, -2), 1 // 0.1, 0.0 // 1, -1 // 10 ** 30, 10 ** 30 // -7)
print(int(2.9), int(-2.9), round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), float(3), complex(2.5), bool(0.0), bool(1e-300), int(True), float(True), str(1.0), repr(1e16), 1e15, 1e-5, 0.0001)
print(sum([1, 2.5, True]), max(1, 2.5, True), min(0.0, -0.0, 0), sorted([3, 1.5, True, 2]), {1: 'a', 1.0: 'b', True: 'c'}, len({0, 0.0, False, 0j}))
for action in (lambda: 1 < 1j, lambda: 1j // 1, lambda: 1.5 % 1j, lambda: divmod(1j, 2), lambda: int(1j), lambda: float('x'), lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1j / 0, lambda: 1 % 0.0, lambda: 5 // 0.0, lambda: 0 ** -1, lambda: 10 ** 400 + 1.0, lambda: 10 ** 400 / 2.0, lambda: 10 ** 400 * 1j, lambda: 2.0 ** 5000, lambda: 1 << 2.0,
               lambda: True << 2, lambda: 5 & 2.0, lambda: 5 & True, lambda: True | False, lambda: True & 5, lambda: hash(10 ** 18) == hash(1e18), lambda: 0.5 in range(1), lambda: 1.0 in range(2), lambda: [1, 2][True], lambda: 'ab' * True, lambda: (1).__add__(1.5), lambda: (1.5).__radd__(1), lambda: (1).__truediv__(2), lambda: (1j).__radd__(2)):
    show(action)
numbers = [0, 1, -1, 7, -7, 255, 2 ** 31, -2 ** 31, 2 ** 61, -2 ** 61, 2 ** 64 + 1]
for n in numbers:
    for m in numbers:
        if m and abs(n) < 2 ** 53 and abs(m) < 2 ** 53:
            assert n / m == float(n) / float(m) and n // m == (n - n % m) // m and float(n) // m == n // m and float(n) % m == n % m
print('consistent')
