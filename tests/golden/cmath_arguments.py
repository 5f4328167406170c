# What cmath's functions take, and what they say to the rest.
import cmath


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


class HasComplex:
    def __complex__(self):
        return 3 + 4j


class HasFloat:
    def __float__(self):
        return 2.25


class HasIndex:
    def __index__(self):
        return 9


class Lies:
    def __complex__(self):
        return 5


class Raises:
    def __complex__(self):
        raise KeyError('no')


for value in (HasComplex(), HasFloat(), HasIndex(), Lies(), Raises(), '1', None, [], 10**400, True, b'1'):
    attempt(cmath.sqrt, value)
attempt(cmath.sqrt)
attempt(cmath.sqrt, 1, 2)
for arguments in ((8, 2), (1, 0), (0,), (2, 1), (2, 'x'), (), (1, 2, 3), (0, 2), (-1, -1)):
    attempt(cmath.log, *arguments)
attempt(cmath.rect, 1)
attempt(cmath.rect, 1j, 2)
attempt(cmath.rect, 'a', 2)
for arguments, keywords in (((1, 1 + 1e-10), {}), ((1, 2), {'rel_tol': 1}), ((1, 2), {'rel_tol': -1}), ((1, 2), {'abs_tol': 2}), ((cmath.inf, cmath.inf), {}), ((1,), {}),
                            ((1, 1j), {}), ((cmath.nan, cmath.nan), {}), ((cmath.infj, cmath.infj), {}), ((cmath.inf, 1e308), {'rel_tol': 0.5}), ((0, 1e-20j), {'abs_tol': 1e-10})):
    attempt(cmath.isclose, *arguments, **keywords)
attempt(cmath.polar, complex(1e308, 1e308))
attempt(cmath.polar, 3 + 4j)
attempt(cmath.exp, 1000)
attempt(cmath.cosh, 1e5)
attempt(cmath.sinh, -800)
print(cmath.exp(709.7), cmath.tanh(1000), cmath.tanh(-1000 + 1j))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
print([name for name in dir(cmath) if not name.startswith('_')])
