import random

r = random.Random("seed")
x = list("abcd")
r.shuffle(x)
print(x, r.random(), r.getrandbits(100), r.sample(range(50), 3), r.choices("ab", [1, 2], k=2))
r.setstate(r.getstate())
print(r.randrange(10 ** 20), r.gauss(0, 1))
