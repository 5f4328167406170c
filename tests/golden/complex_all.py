# complex: construction, text, operators, powers, comparison, hash, formatting, methods.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


inf, nan = float('inf'), float('nan')
for args in ((), (1,), (1, 2), (1.5, -0.0), ('1+2j',), (' 1-2J ',), ('(1+2j)',), ('1',), ('j',), ('-j',), ('+1e3j',), ('1_0+2_0j',), ('inf+nanj',), ('-infj',),
             ('1 + 2j',), ('1+2',), ('',), ('1+2jj',), ('((1j))',), ('(1',), ('1\0',), ('1', 2), (1, '2'), (None,), ([],), (1, None), (1j, 2), (1, 2j), (1j, 1j), (b'1',),
             (True, True), (10 ** 400,), (1, 10 ** 400), ('٣+٤j',)):
    show(lambda: complex(*args))
show(lambda: complex(real=1, imag=2))
show(lambda: complex(imag=2))
show(lambda: complex(x=1))
show(lambda: complex(1, 2, 3))


class C:
    def __complex__(self):
        return 1 + 2j


class Bad:
    def __complex__(self):
        return 1.0


class F:
    def __float__(self):
        return 4.5


class I:
    def __index__(self):
        return 7


class Sub(complex):
    pass


for value in C(), Bad(), F(), I(), Sub(1, 2):
    show(lambda: complex(value))
show(lambda: complex(C(), 1))
show(lambda: (type(complex(Sub(1))).__name__, type(Sub(1) + 0).__name__, Sub('1j')))
values = [0j, -0j, 1 + 2j, 1 - 2j, complex(0.0, -0.0), complex(-0.0, 1), 1e300 + 1e300j, complex(inf, 1), complex(nan, inf), 3, 2.5]
for a in values[:6]:
    for b in values[:4] + [3, 2.5, 0]:
        row = []
        for operation in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a ** b, lambda: a == b):
            try:
                row.append(str(operation()))
            except (ZeroDivisionError, OverflowError) as error:
                row.append(str(error))
        print(a, b, row)
for z in values[:9]:
    show(lambda: (z, str(z), -z, +z, z.conjugate(), z.real, z.imag, bool(z), hash(z) == hash(complex(z)) if z == z else 'nan', abs(z)))
for action in (lambda: 1j < 2, lambda: 1j // 2, lambda: 1j % 2, lambda: divmod(1j, 2), lambda: pow(1j, 2, 3), lambda: int(1j), lambda: float(1j), lambda: 0j ** -1, lambda: 0j ** 1j,
               lambda: 0j ** 0, lambda: 1j ** 2, lambda: 1j ** -3, lambda: (1 + 1j) ** 100, lambda: (2j) ** 0.5, lambda: 1e308j * 10, lambda: 1j + 'a', lambda: 1j == 1j + 0,
               lambda: 1 + 0j == 1, lambda: 1 + 0j == True, lambda: {1: 'a'}[1 + 0j], lambda: hash(1 + 0j) == hash(1), lambda: hash(1j), lambda: abs(3 + 4j), lambda: 1j.real, lambda: round(1j),
               lambda: (1 + 2j).__format__(''), lambda: sum([1j, 2]), lambda: sorted([1j, 2j]), lambda: 1j is 1j, lambda: ~1j, lambda: 1j.__getnewargs__(), lambda: max(1j, 1)):
    show(action)
for spec in '', '.2f', '10', '<12', '^+14.1e', 'g', ',', '_', '=10', '010', 'd', '%', 's', '#g', '+', ' ', '.3', 'n', 'z.0f', 'E', '-':
    show(lambda: format(1234.5 - 0.25j, spec))
show(lambda: '%s %r' % (1j, 2 - 0j))
