# shuffle, sample, choices.
import random

r = random.Random("sequences")
x = list(range(20))
print(r.shuffle(x), x)
for n in (0, 1, 2):
    y = list(range(n))
    r.shuffle(y)
    print(y)
for population, k in [(range(10), 10), (range(10), 0), (range(1000), 5), (range(10 ** 12), 4), ("abcdef", 3), ([1, 1, 1], 2), (tuple("xyz"), 3), (range(100), 30), (range(100), 22), (range(21), 6), (b"abc", 2)]:
    print(r.sample(population, k))
print(r.sample("ab", 4, counts=[3, 2]), r.sample(["x", "y", "z"], k=5, counts=(10, 0, 1)), r.sample(range(3), counts=[1, 1, 1], k=3))
print(r.choices("abc", k=6), r.choices(range(1000), k=3), r.choices("ab", [1, 9], k=10), r.choices("abc", weights=[0.2, 0.3, 0.5], k=8), r.choices("abc", cum_weights=[1, 1, 5], k=8), r.choices("a"), r.choices("ab", k=0),
      r.choices("abc", [0, 0, 2], k=3))
for call in (lambda: r.sample({1, 2}, 1), lambda: r.sample({1: 2}, 1), lambda: r.sample([1], 2), lambda: r.sample([1], -1), lambda: r.sample("ab", 1, counts=[1]), lambda: r.sample("ab", 1, counts=[0, 0]), lambda: r.sample("ab", 1, counts=[1.5, 1]),
             lambda: r.sample("ab", 5, counts=[1, 1]), lambda: r.sample(5, 1), lambda: r.choices("ab", [1], k=2), lambda: r.choices("ab", [0, 0]), lambda: r.choices("ab", [1, 1], cum_weights=[1, 2]), lambda: r.choices("ab", 2),
             lambda: r.choices("ab", [float("inf"), 1]), lambda: r.choices("ab", [-1, -1]), lambda: r.choices([]), lambda: r.choices("ab", 2.5), lambda: r.shuffle("abc"), lambda: r.shuffle((1, 2)), lambda: r.choices("ab", k=-1), lambda: r.sample("ab", 1.5)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
deck = [s + v for s in "SHDC" for v in "A23456789TJQK"]
random.seed(52)
random.shuffle(deck)
print("".join(deck[:10]), random.sample(deck, 5), random.choices(deck, k=2))
