# math: every function, its special values and its errors.
def show(expression):
    try:
        result = repr(eval(expression))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(expression, "=>", result)


nan = float("nan")
inf = float("inf")
import math


class Real:
    def __float__(self):
        return 2.5

    def __ceil__(self):
        return "ceil"

    def __floor__(self):
        return "floor"

    def __trunc__(self):
        return "trunc"


class Index:
    def __index__(self):
        return 7


ONE = "acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite isinf isnan isqrt lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp factorial prod fsum gcd lcm hypot"
for name in ONE.split():
    for argument in ("0 1 -1 0.5 -0.0 2.5 1e308 nan -inf True None 'a' Real() Index() 172.0").split():
        show(f"math.{name}({argument})")
for name in "atan2 copysign fmod ldexp pow remainder nextafter isclose log hypot comb perm".split():
    for x in "0 1 -2.5 inf nan -0.0 5".split():
        for y in "0 -1 2.5 -inf nan 3".split():
            show(f"math.{name}({x}, {y})")

for line in """\
math.pi,math.e,math.tau,math.inf,math.nan
math.fma(2,3,4)
math.fma(inf,0,1)
math.fma(1e308,10,-inf)
math.fma(1e308,10,1)
math.fma(0,inf,nan)
math.fma(nan,1,1)
math.fma(inf,1,-inf)
math.gcd(), math.gcd(12), math.gcd(-12,18,27), math.lcm(), math.lcm(4,6,10), math.lcm(0,5), math.gcd(2**100,6**50)
math.gcd(1.5)
math.prod([1,2,3],start=5), math.prod([]), math.prod([1.5,2,3]), math.prod([2**40]*5), math.prod([1,'a'])
math.prod([1,2],5)
math.prod(5)
math.prod([inf,0])
math.isclose(1,1+1e-10), math.isclose(1,2,rel_tol=0.5), math.isclose(1,1.1,abs_tol=0.2), math.isclose(inf,inf), math.isclose(0,1e-10)
math.isclose(1,2,rel_tol=-1)
math.isclose(1,2,3)
math.dist((1,2),(4,6)), math.dist([1],[2]), math.dist((),())
math.dist((1,2),(1,))
math.dist((1,'a'),(1,2))
math.dist(1,2)
math.hypot(), math.hypot(3,4), math.hypot(1,2,3), math.hypot(inf,nan), math.hypot(1e308,1e308), math.hypot(1e-320,1e-320),math.hypot(-5)
math.sumprod([1,2,3],[4,5,6]), math.sumprod([1.5,2],[3,4.5]), math.sumprod([],[]), math.sumprod([0.1]*10,[0.1]*10), math.sumprod([2**60,1],[2**60,1]), math.sumprod([True,2.5],[1,2]), math.sumprod([1e308,1e308],[10,-10])
math.sumprod([1],[1,2])
math.sumprod([1],5)
math.sumprod(['a'],[2]), 
math.sumprod(['a'],['b'])
math.fsum([0.1]*10), math.fsum([1e100,1,-1e100]), math.fsum([]), math.fsum([inf]), math.fsum([1e308,1e308,-1e308])
math.fsum([inf,-inf])
math.fsum([1e308,1e308])
math.fsum(['a'])
math.fsum([1,2**2000])
math.perm(5), math.perm(5,2), math.perm(5,None), math.perm(10,0), math.perm(3,5), math.perm(100,50)
math.perm(-1)
math.perm(5,-1)
math.perm(2.5)
math.comb(5,2), math.comb(100,50), math.comb(5,0), math.comb(3,5), math.comb(1000,3), math.comb(2**70,2), math.comb(60,30)
math.comb(-1,2)
math.comb(5,-2)
math.comb(2**70,2**65)
math.comb(5)
math.factorial(20), math.factorial(21), math.factorial(100)
math.factorial(10**20)
math.factorial(5.0)
math.isqrt(10**50), math.isqrt(2**62-1), math.isqrt(0)
math.isqrt(-1)
math.isqrt(2.5)
math.log(2**2000), math.log2(2**2000), math.log10(10**300), math.log(10,2), math.log(8,2), math.log(100,10), math.log2(8), math.log10(1000), math.log(10**400,10)
math.log(0)
math.log(-5)
math.log(10,1)
math.log(10,0)
math.log(10,-1)
math.log(-10**400)
math.log('a')
math.log(5,'a')
math.log1p(-1)
math.ldexp(1,1100), 
math.ldexp(1,-1100), math.ldexp(0,10**20), math.ldexp(inf,5), math.ldexp(1,-10**20), math.ldexp(0.5,-1073)
math.ldexp(1,10**20)
math.ldexp(1,2.5)
math.modf(3.7), math.modf(-3.7), math.modf(inf), math.modf(nan), math.frexp(10), math.frexp(0), math.frexp(inf)
math.nextafter(1,2), math.nextafter(1,2,steps=3), math.nextafter(0,1), math.nextafter(1,1,steps=5), math.nextafter(1,inf,steps=2**70), math.nextafter(-0.0,1,steps=1), math.nextafter(1,-1,steps=2**63-1)
math.nextafter(1,2,steps=-1)
math.nextafter(1,2,steps=2.5)
math.trunc('a')
math.floor('a')
math.ceil(1e300)
math.floor(-0.5), math.ceil(-0.5), math.ceil(0.5), math.floor(2**70), math.floor(True)
math.remainder(5,3), math.remainder(5.5,2), math.remainder(-5,3), math.remainder(5,inf), math.remainder(2.5,1)
math.remainder(5,0)
math.fmod(5,0)
math.fmod(inf,1)
math.pow(-8,1/3)
math.pow(0,-1)
math.pow(10,400)
math.pow(1e-200,2)
math.pow(2,0.5), math.pow(-1,inf), math.pow(1,nan)
math.gamma(0)
math.gamma(-1)
math.gamma(200)
math.gamma(-inf)
math.gamma(0.5), math.gamma(5), math.gamma(1e-310)
math.lgamma(0)
math.lgamma(-1)
math.lgamma(3), math.lgamma(1e300), math.lgamma(-1.5), math.lgamma(-inf), math.lgamma(0.1),math.lgamma(100.5)
math.exp(-1e10), math.exp2(0.5), math.cbrt(27), math.cbrt(-8), math.expm1(1e-10)
math.sqrt(2**1000), math.sqrt(10**22)
math.degrees(math.pi), math.radians(180)
[math.gamma(x/7) for x in range(1,60)]
[math.lgamma(x/7) for x in range(1,60)]
[math.erf(x/7) for x in range(-20,20)]
[math.gamma(-x/7) for x in range(1,60) if x%7]
[math.lgamma(-x/7) for x in range(1,60) if x%7]
[math.fsum([1/x for x in range(1,n)]) for n in range(2,30)]
[math.log2(x) for x in range(1,50)]
[math.comb(n,k) for n in range(0,70,7) for k in range(0,n+1,3)]
[math.hypot(x/3,x/7,x/11) for x in range(40)]
[math.dist((x/3,x/7),(x/11,1)) for x in range(40)]
[math.sumprod([x/3,1/7,x],[x/11,1,3.3]) for x in range(40)]
""".splitlines():
    show(line)
