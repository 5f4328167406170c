# Division, modulo, powers and shifts at the edges, and errors of operators.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


edges = [0, 1, -1, 2, -2, 7, -7, 2 ** 61 - 1, -2 ** 61, 2 ** 61, 2 ** 63 - 1, -2 ** 63, 2 ** 64, 10 ** 25, -10 ** 25]
total = 0
for a in edges:
    for b in edges:
        total = (total * 31 + (a + b) + 3 * (a - b) + 5 * (a * b) + 7 * (a & b) + 11 * (a | b) + 13 * (a ^ b)) % (2 ** 200)
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a and (r == 0 or (r > 0) == (b > 0)) and abs(r) < abs(b) and a // b == q and a % b == r
            total = (total * 31 + q + r) % (2 ** 200)
            assert abs(a / b - a // b) <= 1
        for n in 0, 1, 5, 61, 62, 63, 64, 65:
            assert (a << n) >> n == a and a >> n == a // 2 ** n
print(total)
for action in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 10 ** 30 // 0, lambda: 10 ** 30 % 0, lambda: 10 ** 30 / 0,
               lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 2 ** 70, lambda: 0 << 2 ** 70, lambda: 1 >> 2 ** 70,
               lambda: -1 >> 2 ** 70, lambda: 10 ** 400 / 3, lambda: 10 ** 400 / 10 ** 399, lambda: 1 / 10 ** 400, lambda: 10 ** 400 * 1.0,
               lambda: float(10 ** 400), lambda: 10 ** 308 + 0.0, lambda: (2 ** 53 + 1) / 1, lambda: 1 + '1', lambda: '1' + 1, lambda: 1 - [],
               lambda: 1 @ 2, lambda: 1 << 1.0, lambda: 1 & 1.0, lambda: ~1.0, lambda: -'1', lambda: 2 ** '2', lambda: divmod(1, 'x'), lambda: 3 < 'a',
               lambda: pow(2, 10, 1000), lambda: pow(2, -1, 7), lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2, 3, -5), lambda: pow(-2, 3, 5),
               lambda: pow(2, 3, 1), lambda: pow(2, 0, 1), lambda: pow(0, 0, 1), lambda: pow(0, 0), lambda: pow(2, 2.0, 3), lambda: pow(2.0, 2, 3),
               lambda: pow(10 ** 30, 10 ** 20, 10 ** 9 + 7), lambda: pow(3, -5, 10 ** 20 + 39), lambda: pow(2, -2), lambda: pow(-2, -3), lambda: pow(-8, 1 / 3),
               lambda: pow(True, True), lambda: pow('a', 2), lambda: pow(2, 3, 'x'), lambda: (7).__pow__(2, 5), lambda: (7).__rpow__(2), lambda: (7).__pow__('2'),
               lambda: True + True, lambda: True << 3, lambda: True & 1, lambda: True & True, lambda: True ^ True, lambda: True | 2, lambda: ~True if False else -2,
               lambda: (2).__add__(1.0), lambda: (2).__radd__(3), lambda: (2).__divmod__(0), lambda: (2).__eq__(2.0), lambda: (2).__lt__('a'),
               lambda: 2 ** 62 == 2.0 ** 62, lambda: 2 ** 53 + 1 == 2.0 ** 53, lambda: 2 ** 53 + 1 > 2.0 ** 53, lambda: 10 ** 400 > 1e308, lambda: -10 ** 400 < float('-inf'),
               lambda: 10 ** 400 == float('inf'), lambda: 5 == float('nan'), lambda: hash(2 ** 61 - 1), lambda: hash(2 ** 61), lambda: hash(-1), lambda: hash(-2 ** 61 + 1),
               lambda: hash(10 ** 30), lambda: hash(True), lambda: max(2 ** 70, 1e30), lambda: sum([2 ** 62, 2 ** 62, -2 ** 62])):
    show(action)
