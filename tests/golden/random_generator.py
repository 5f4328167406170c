# The Mersenne Twister itself: seeds of every kind, random, getrandbits, state.
from random import Random

for seed in (0, 1, -1, 12345, 2 ** 32, 2 ** 64 + 7, -2 ** 100, 10 ** 400, 0.5, -3.25, 1e300, "", "a", "hello world" * 20, "é\U0001f600", b"", b"bytes", bytearray(b"xyz"), True, False):
    r = Random(seed)
    print(str(seed)[:30], r.random(), r.random(), r.getrandbits(32), r.getrandbits(1), r.getrandbits(7), r.getrandbits(33), r.getrandbits(53), r.getrandbits(61), r.getrandbits(62), r.getrandbits(64),
          r.getrandbits(65), r.getrandbits(128), r.getrandbits(200), r.getrandbits(0), r.randbytes(7), r.randbytes(0))
r = Random(5)
values = [r.random() for _ in range(2000)]
print(sum(values), min(values), max(values))
state = r.getstate()
print(state[0], len(state[1]), state[1][:3], state[1][-1], state[2], hash(state[1]))
a = [r.random() for _ in range(700)], r.gauss(0, 1)
r.setstate(state)
print(a == ([r.random() for _ in range(700)], r.gauss(0, 1)), r.getstate()[2] is not None)
other = Random()
other.setstate(r.getstate())
print(other.gauss() == r.gauss(), other.random() == r.random())
r.seed(7)
first = r.random()
r.seed(a=7)
print(first == r.random() == Random(7).random(), Random(x=7).random() == first)
for version in (1, 2):
    for seed in ("abc", b"abc", "", 5, 1.5, "long text" * 10):
        r.seed(seed, version)
        print(version, seed, r.random())
for bad in ([], {}, (1,), 1j, object):
    try:
        Random(bad)
    except TypeError as e:
        print(e)
for call in (lambda: r.getrandbits(-1), lambda: r.getrandbits(1.5), lambda: r.getrandbits(), lambda: r.random(1), lambda: r.setstate((3, (1,), None)),
             lambda: r.setstate((3, tuple(range(624)) + (625,), None)), lambda: r.setstate((3, (-1,) * 625, None)), lambda: r.setstate((1, (), None)), lambda: r.setstate((3, [0] * 625, None)),
             lambda: r.setstate((3, ("a",) * 625, None))):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
