# float: arithmetic at its edges, text, hexadecimal, rounding, comparison.
def show(expression):
    try:
        result = repr(eval(expression))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(expression, "=>", result)


nan = float("nan")
inf = float("inf")

for line in """\
1.0/0
1.0//0
1.0%0
divmod(1.0,0)
0.0**-1
(-8.0)**0.5
(-8)**0.5
pow(2.0,3,5)
pow(2,3,5.0)
10.0**400
float(10**400)
1.5*10**400
int(float('inf'))
int(float('nan'))
float("abc")
float([])
float("1_0.5")
float.fromhex("zz")
float.fromhex("0x1p5000")
float(b"1.5")
float("nan").as_integer_ratio()
float("inf").as_integer_ratio()
round(float("inf"))
round(float("nan"))
round(1.5,"a")
round(1e308,-308)
round(1.7e308,-308)
round(5,-1),round(15,-1),round(25,-1),round(-25,-1),round(123456789,-4)
float(1,2)
float(x=1)
1.0+"a"
(1.5).__round__(2.5)
float.__getformat__("double")
float.__getformat__("x")
(1.5).hex(), (0.0).hex(), (-0.0).hex(), 5e-324.hex(), float('inf').hex()
1.0.__pow__("a")
(-0.0)//1
5.5//-2
-5.5%2
5.5%-2
-0.0%2
0.0%-2
2.0**1024
2.0**-1080
inf%2
2%inf
-2%inf
2%-inf
divmod(-2,inf)
divmod(5.5,-2)
inf//1
nan//1
(-2.0)**inf
(-1.0)**inf
1.0**nan
nan**0
(-8.0)**(1/3)
0.0**-inf
(-0.0)**-1
1.5.__divmod__("a")
1.5.__rpow__(2)
float.fromhex(" 0x1.8p+1 ")
float.fromhex("1.8")
float.fromhex("-inf")
float.fromhex("nan")
float.fromhex("0x.8")
float.fromhex("0x1.ffffffffffffffp0")
float.fromhex("0x1p-1075")
float.fromhex("0x1.8p-1075")
float.fromhex(1)
float.fromhex("")
float.fromhex("0x")
float.fromhex("1p")
float.fromhex("0x1.fffffffffffff8p1023")
float(" 1.5\\\\n")
float("1e400"), float("-1e400"), float("1e-400")
float("+.5"), float("5."), float("infinity"), float("-iNf"), float("NaN"), float("+nan")
float("1_000.0_1")
float("1__0")
float("_1")
float("1_")
float("1_e5")
float("1e_5")
float(".")
float("")
float("1e")
float("0x10")
float("nan(1)")
float("1 2")
float(b"abc")
float("é")
float(2**1024)
(2.5).is_integer(), (3.0).is_integer(), inf.is_integer()
(0.1).as_integer_ratio(), (-2.5).as_integer_ratio(), (1e300).as_integer_ratio(), (5e-324).as_integer_ratio(), (0.0).as_integer_ratio()
round(2.675,2), round(0.5), round(1.5), round(2.5), round(-0.5), round(1e22), round(1234.5678,-2), round(5.015,2), round(1e16,-16), round(5e15,-16),round(15.0,-1),round(25.0,-1),round(5.0,-1), round(0.3,400), round(1.5,-400), round(-1.5,-400),round(nan,2),round(inf,2)
(1.0).__trunc__(), (1.9).__floor__(), (1.1).__ceil__(), (-1.5).__floor__(), (-1.5).__ceil__()
(2.0).conjugate(), (2.0).real, (2.0).imag
1.0.__getnewargs__()
float.__round__(1.5, None)
repr(1e16), repr(1e15), repr(123456789012345680.0), repr(1e-4), repr(1e-5), repr(0.0001234), repr(1e22), repr(5e-324), repr(1.7976931348623157e308), repr(9007199254740993.0)
1.0 < 2**1000, 1.0 == 1, 2**53+1 == 2.0**53, 1e300 < 10**301, inf > 10**400, nan < 1, 1 < nan
1.0 // 1e-320
3.5 // inf, -3.5//inf
float("-0"), float("1e5"), float("1E+05")
""".splitlines():
    show(line)
