import math
import sys
import time

print(divmod(-(2**200), 7), pow(3, 2**70, 10**30), pow(7, -1, 2**89 - 1), 2**200 / 3**100, (-(2**100)) & (2**90 - 1))
print((1e308).as_integer_ratio()[0] % 1000, (1e-310).hex(), round(123456789012345678901234567890, -5), round(2.675, 2))
print((2**100).to_bytes(20, "big"), int.from_bytes(b"\xff" * 30, "little", signed=True), complex("1+2j") ** 3, hash(2**100))
print(f"{2**100:,} {1e300:.3f} {1e-5:é>10} {1 + 2j:.3f} {'x':^300}"[:80])
print(math.factorial(50), math.comb(100, 40), math.perm(60, 30), math.lcm(2**70, 3**40), math.isqrt(10**40), math.log(10**400))
print(math.fsum([0.1] * 50), math.hypot(*range(20)), math.sumprod([1, 2.5, 2**70], [2**70, 1, 1]), math.prod([2**40] * 4))
print(sys.version_info[:2], time.gmtime(0), time.strftime("%Y", time.gmtime(0)))
