# Subclasses of Random: what they override decides what is used; SystemRandom.
import random


class Cycle(random.Random):
    numbers = [0.1, 0.5, 0.9]
    calls = 0

    def random(self):
        self.calls += 1
        return self.numbers[self.calls % 3]


c = Cycle(1)
print([c.randrange(10) for _ in range(6)], c.choice("abcdef"), c.uniform(0, 10), c.sample(range(5), 3), c._randbelow.__name__, c.calls)


class Bits(random.Random):
    def getrandbits(self, k):
        return 3 % (1 << k)


b = Bits()
print([b.randrange(n) for n in (4, 5, 100)], b._randbelow.__name__, b.getrandbits(5))


class Both(random.Random):
    def random(self):
        return 0.25

    def getrandbits(self, k):
        return 1


print(Both().randrange(8), Both()._randbelow.__name__)


class Below(random.Random):
    def _randbelow(self, n):
        return n - 1


print(Below().randrange(8), Below().choice("abc"), Below().sample(range(4), 4))


class Kept(random.Random):
    def __init__(self, seed, name):
        super().__init__(seed)
        self.name = name


k = Kept(5, "k")
print(k.name, k.random() == random.Random(5).random(), vars(k), isinstance(k, random.Random))


class Seeds(random.Random):
    def seed(self, a=None, version=2):
        print("seed", a, version)
        super().seed(42)


s = Seeds("x")
print(s.random() == random.Random(42).random(), k.__reduce__()[0] is Kept, len(k.__getstate__()))
sr = random.SystemRandom(5)
print(0 <= sr.random() < 1, 0 <= sr.randrange(100) < 100, len(sr.randbytes(5)), sr.getrandbits(0), sr.getrandbits(9) < 512, sr.seed(1), len({sr.getrandbits(64) for _ in range(20)}), sorted(sr.sample(range(3), 3)))
for call in (sr.getstate, lambda: sr.setstate(()), lambda: sr.getrandbits(-1)):
    try:
        call()
    except (NotImplementedError, ValueError) as e:
        print(type(e).__name__, e)
print(sorted(random.__all__), random.Random.VERSION, random.Random().random() != random.Random().random())
