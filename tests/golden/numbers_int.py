# int: construction, operators, methods, bytes, and the errors of all of them.
def show(expression):
    try:
        result = repr(eval(expression))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(expression, "=>", result)


nan = float("nan")
inf = float("inf")

for line in """\
1//0
1%0
1/0
divmod(1,0)
0**-1
pow(2,-1,4)
pow(2,3,0)
1<<-1
1>>-1
1<<10**20
0<<10**20
1>>10**20
10**400/1
int("abc")
int("12",1)
int("12",37)
int(12,10)
int(base=10)
int([])
int("1_000"), int("0x_f",16), int("0b1",0), int(" 12 ")
int("1__0")
int("010",0)
int(b"12")
int(b"z")
int("\\\\x00")
int("1"*5000)
str(10**5000)
int("-"+"1"*5000)
(5).to_bytes(-1,"big")
(5).to_bytes(1,"x")
(500).to_bytes(1,"big")
(-1).to_bytes(1,"big")
(-129).to_bytes(1,"big",signed=True)
int.from_bytes("a","big")
int.from_bytes([1,2,300],"big")
int.from_bytes(5)
int()
int(x=1)
int(1,2,3)
int("1",base="a")
bool(1,2)
bool(x=1)
(1).bit_length(1)
1+"a"
1<"a"
int("９")
int("1 2")
True+True, True&False, ~True, -True, True|2
1e308*10
(-2)**-3
2**-1
2**-1100
(10**400)**-1
divmod(1e300,1e-300)
1e300//1e-300
int("0b101",2), int("0o17",8), int("0xff",16), int("z",36), int("-0b1",0), int("0_0",0), int("00",0)
int("0x",16)
int("_1")
int("")
int("  ")
int("+")
int("- 1")
int("0b",2)
int("0b2",0)
int("é"*300)
int(" 1 2")
int("1\\\\n")
int(b"1_0"), int(bytearray(b"7")), int(memoryview(b"7"))
int("1", 2**70)
""".splitlines():
    show(line)
