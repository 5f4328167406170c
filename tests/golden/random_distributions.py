# The real-valued distributions.
import random

r = random.Random(1234)
for name, argument_lists in [("uniform", [(0, 1), (5, -5), (1.5, 1.5)]), ("triangular", [(), (0, 10), (0, 10, 2), (3, 3), (1, 5, 5)]), ("normalvariate", [(), (5, 2), (0, 0)]), ("gauss", [(), (5, 2), (0, 1)]),
                             ("lognormvariate", [(0, 1), (1, 0.25)]), ("expovariate", [(), (2.5,), (-1,)]), ("vonmisesvariate", [(0, 0), (1, 2), (3, 100), (0, 1e-7)]), ("gammavariate", [(0.5, 1), (1, 2), (2.5, 3), (100, 0.1)]),
                             ("betavariate", [(1, 1), (0.5, 0.5), (5, 1)]), ("paretovariate", [(1,), (3.5,)]), ("weibullvariate", [(1, 1), (2, 0.5)]), ("binomialvariate", [(), (10, 0.5), (5, 0), (5, 1), (20, 0.9), (1000, 0.3), (100000, 0.01), (0, 0.5), (50, 0.25)])]:
    for arguments in argument_lists:
        print(name, arguments, [getattr(r, name)(*arguments) for _ in range(5)])
for call in (lambda: r.gammavariate(0, 1), lambda: r.gammavariate(1, -1), lambda: r.expovariate(0), lambda: r.binomialvariate(-1), lambda: r.binomialvariate(2, 1.5), lambda: r.binomialvariate(2, -0.1), lambda: r.paretovariate(0), lambda: r.weibullvariate(1, 0),
             lambda: r.uniform(1), lambda: r.uniform("a", "b"), lambda: r.triangular(mode=0.5, low=0, high=1) > 0, lambda: r.normalvariate(sigma=0, mu=3), lambda: r.gauss(sigma=0, mu=3), lambda: r.expovariate(lambd=1e10) < 1):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
r.seed(8)
a = r.gauss(0, 1)
r.seed(8)
b = r.gauss(0, 1), r.gauss(0, 1), r.gauss(10, 0)
print(a == b[0], b)
print(sum(r.random() for _ in range(100)), sum(r.gauss() for _ in range(100)), sum(r.expovariate(3) for _ in range(100)), sum(r.betavariate(2, 3) for _ in range(50)), sum(r.binomialvariate(40, 0.5) for _ in range(50)))
