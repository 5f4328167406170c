# complex: arithmetic, text, construction.
def show(expression):
    try:
        result = repr(eval(expression))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(expression, "=>", result)


nan = float("nan")
inf = float("inf")

for line in """\
1j/0
0j**-1
0j**(1j)
1j//1
1j%1
1j<2
divmod(1j,1)
pow(1j,2,3)
complex("1+")
complex("1+2j",1)
complex(1,"2")
complex([])
complex(1,[])
complex(1,2,3)
abs(1e308j+1e308)*10
complex(1e308,1e308).__abs__()
(2**64).__hash__(), hash(1e300), hash(-1), hash(0.5), hash(-2.0), hash(float('inf')), hash(float('-inf')), hash(1+2j), hash(2**61-1), hash(-(2**61-1))
(5).__getnewargs__(), 5.5.__getnewargs__(), 5j.__getnewargs__()
1j**2, (1+2j)**2, (1+2j)**-1, (1+2j)**0.5, (1+2j)**(1+1j), 0j**0, 2**(1j), (1+2j)**100, (1+2j)**101,(1.5+2j)**3,(3+0j)**2
(1+2j)*(3-1j), (1+2j)/(3-1j), 1/(2j), (1+2j)/2, 2/(1+2j),1j*2, 2*1j, 1j-1, 1-1j,-(1+2j),+(1j), abs(3+4j)
repr(1j), repr(-1j), repr(complex(0,-0.0)), repr(complex(-0.0,1)), repr(complex(nan,inf)), repr(1+0j), repr(complex(1e20,1e-7)), repr(-0j), repr(complex(-0.0,-0.0)),repr(complex(inf,-inf)),repr(complex(0,nan))
complex("1+2j"), complex(" ( 1 - 2j ) "), complex("j"), complex("-j"), complex("1e5"), complex("1e5j"), complex("nan+infj"), complex("+1.5-.5j"), complex("1_0+2_0j")
complex("1+2")
complex("1j+2")
complex("1 + 2j")
complex("(1+2j")
complex("")
complex("()")
complex("1+-2j")
complex("\\\\x00")
complex(b"1")
complex(real=1, imag=2), complex(imag=3), complex(1,2), complex(1j,2j), complex(1.5), complex(), complex(True,False)
complex(real="1")
complex(imag="1")
complex(None)
complex(1,None)
complex(foo=1)
(1+2j).conjugate(), (1+2j).real, (1+2j).imag
1j==1j, 1+0j==1, 1j!=1, 1+0j==1.0, 1+0j==True, (2**53+1+0j)==2**53+1
int(1j)
float(1j)
round(1j)
1j//2
bool(0j), bool(1j)
(1e200+1e200j)**2
(1e200+1e200j)*(1e200+1e200j)
abs(complex(1e308,1e308))
abs(complex(1.7e308,1.7e308))
complex(1,2).__complex__()
complex.__getnewargs__(1j)
complex(inf,1)*complex(1,inf)
complex(nan,1)/0
inf*1j
1j*inf
(1+2j).__pow__(2,3)
complex(10**400)
1j+10**400
(10**400)<1j
""".splitlines():
    show(line)
