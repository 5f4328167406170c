# randrange, randint, choice, and errors.
import random

r = random.Random(99)
print([r.randrange(10) for _ in range(20)], [r.randrange(5, 8) for _ in range(10)], [r.randrange(0, 100, 7) for _ in range(10)], [r.randrange(100, 0, -9) for _ in range(10)])
print([r.randint(1, 6) for _ in range(20)], r.randint(5, 5), [r.randint(-3, 3) for _ in range(10)], r.randint(10 ** 30, 10 ** 31), [r.randrange(2 ** k) for k in range(58, 70)])
print([r.randrange(3 ** k) for k in range(1, 60, 7)], r.randrange(1), [r.choice("abcdef") for _ in range(10)], [r.choice(range(100, 200)) for _ in range(5)], r.choice([None]))


class Index:
    def __index__(self):
        return 10


print(r.randrange(Index()), r.randrange(True), r.randint(Index(), 10), r.choice((1, 2, 3)))
for call in (lambda: r.randrange(0), lambda: r.randrange(-5), lambda: r.randrange(5, 5), lambda: r.randrange(5, 1), lambda: r.randrange(1, 5, 0), lambda: r.randrange(1, 5, -1), lambda: r.randrange(5, 1, 2),
             lambda: r.randrange(1.0), lambda: r.randrange("5"), lambda: r.randrange(1, 2.5), lambda: r.randrange(1, 10, 1.0), lambda: r.randrange(1, None, 2), lambda: r.randrange(), lambda: r.randint(2, 1),
             lambda: r.randint(1.5, 2), lambda: r.choice([]), lambda: r.choice(""), lambda: r.choice({}), lambda: r.choice(5), lambda: r.randbytes(-1), lambda: r.choice({1: 2})):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
random.seed(3)
print(random.random(), random.randint(1, 10), random.randrange(5), random.choice("xyz"), random.getrandbits(10), random.randbytes(3))
counts = [0] * 6
for _ in range(3000):
    counts[r.randrange(6)] += 1
print(counts)
