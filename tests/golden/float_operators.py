# Operators of floats: division and modulo signs, powers, comparisons with ints, errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


inf, nan = float('inf'), float('nan')
values = [0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e300, -1e300, 1e-300, inf, -inf, nan, 3, -3, 10 ** 20]
for a in values:
    row = []
    for b in values:
        for operation in (lambda: a // b, lambda: a % b, lambda: a ** b if abs(b) < 1e10 else 'big'):
            try:
                row.append(repr(operation()) if not isinstance(operation(), int) or abs(operation()) < 10 ** 25 else 'long')
            except (ZeroDivisionError, OverflowError) as error:
                row.append(type(error).__name__[0])
    print(a, ' '.join(row))
for action in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 ** -1, lambda: 0.0 ** -1.5, lambda: (-8.0) ** (1 / 3),
               lambda: 1e300 ** 2, lambda: 1e300 * 1e300, lambda: 2.0 ** 1024, lambda: (-1e300) ** 3, lambda: inf ** 0, lambda: nan ** 0, lambda: 1 ** nan,
               lambda: (-inf) ** 3, lambda: (-inf) ** 2, lambda: 0.0 ** 0, lambda: pow(2.0, 3, 4), lambda: 1.5 + 'a', lambda: 'a' * 1.5, lambda: 1.5 & 1,
               lambda: 1.5 << 1, lambda: ~1.5, lambda: 1.5 < 'a', lambda: [1.5] < [2], lambda: 1.5 in 5, lambda: 1.5(), lambda: 1.5[0], lambda: len(1.5), lambda: iter(1.5),
               lambda: 1.5.foo, lambda: -0.0, lambda: 0.0 == -0.0, lambda: 0 * -1.0, lambda: nan == nan, lambda: nan != nan, lambda: [nan] == [nan], lambda: nan in [nan],
               lambda: float('nan') in [float('nan')], lambda: {nan: 1}[nan], lambda: 1e16 + 1, lambda: 9007199254740993 == 9007199254740992.0,
               lambda: 9007199254740993 > 9007199254740992.0, lambda: 2 ** 1024 > 1.7976931348623157e308, lambda: 0.1 + 0.2, lambda: sum([0.1] * 10), lambda: sum([1e16, 1, -1e16]),
               lambda: max(1, nan), lambda: max(nan, 1), lambda: sorted([3.0, nan, 1.0]), lambda: abs(-0.0), lambda: +True, lambda: divmod(-7.5, 2), lambda: -7.5 // 2, lambda: 5.0 // 0.1,
               lambda: 5.0 % 0.1, lambda: -1e-20 % 1.0, lambda: 1e-20 // -1.0, lambda: (1.5).__add__('x'), lambda: (1.5).__radd__(1), lambda: (1.5).__eq__('x'), lambda: (1.5).__floordiv__(0.5),
               lambda: (1.5).__rdivmod__(7), lambda: float.__lt__(1.5, 2), lambda: float.__lt__(1, 2), lambda: (1.5).__pow__(2, None), lambda: (1.5).__bool__(), lambda: hash(0.5) == hash(1 / 2)):
    show(action)
