# math.fma, nextafter with steps, sumprod, ulp, cbrt, exp2 and their errors.
import math


def attempt(function, *arguments, **keywords):
    try:
        print(function.__name__, function(*arguments, **keywords))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


for arguments in ((2, 3, 4), (1e308, 10, -math.inf), (math.inf, 0, 1), (1e308, 10, 1), ('x', 1, 2), (1, 2), (0.1, 10, -1), (math.nan, 1, 2), (math.inf, 1, -math.inf), (0, math.inf, math.nan)):
    attempt(math.fma, *arguments)
for arguments, keywords in (((1, 2), {}), ((1, 2), {'steps': 3}), ((1, 2), {'steps': -3}), ((1, 2), {'steps': 2**70}), ((1, 2), {'steps': 'x'}), ((1, math.nan), {'steps': 5}), ((-1, 1), {'steps': 2**63}),
                            ((0, 1), {'steps': 0}), ((5, 5), {'steps': 9}), ((0.0, -1), {}), ((math.inf, 0), {'steps': 2}), ((1,), {})):
    attempt(math.nextafter, *arguments, **keywords)
for arguments in (([1, 2], [3, 4, 5]), ([1e308] * 2, [2, 2]), ([10, 20, 30], [1, 2, 3]), ([0.1] * 10, [1] * 10), ([True], [2.5]), (['a'], [3]), (5, [1]), ([2**70], [2**70]), ([1.5, 2**2000], [1, 1]), ([], []), ([1j], [2])):
    attempt(math.sumprod, *arguments)
for function, arguments in ((math.cbrt, (27,)), (math.cbrt, (-8,)), (math.exp2, (10,)), (math.exp2, (2000,)), (math.ulp, (1,)), (math.ulp, (math.inf,)), (math.ulp, (0,)), (math.dist, ([1, 2], [4, 6])), (math.dist, ([1], [1, 2])),
                            (math.hypot, (3, 4, 12)), (math.prod, ([2, 3, 4],)), (math.perm, (5, 2)), (math.comb, (50, 25)), (math.isqrt, (10**30,)), (math.lcm, (4, 6, 10)), (math.gcd, ()), (math.remainder, (5, 3)), (math.trunc, (-2.7,))):
    attempt(function, *arguments)
