# format(): every kind of value with every kind of specification.
VALUES = (5, -5, True, 1.5, -0.0, 1 + 2j, "abc", 2**70, float("inf"), float("nan"), 1234567.891, 1e-7)
SPECIFICATIONS = ("d","s","f","x","c","n","z","zf","z","#x","=5","05",",",",d","_x",",x","_f",",s","_s",".2","^5,","10**","++","+s","-s"," s","#s","=5s","zd","zs",".2d",".2s",",,",",_","_,","99999999999999999999",".99999999999999999999","10.",".f","%","g","e","#g","G","E","F","X","o","b","n","#o","#b","+,d","+c",",c","#c","05s","0^5","<05","x<05","0<5","é^7","dd","5 ","\x00<5d",",n","_n",",b","_b","_o",",o","Q","=+5d",".3c",".0f",".0%","#.0f","010,.2f","!r","a","é","","0","5","<","=","=s","0=5s",",.2%","_e",",g","020,","020_x","z.1f",",.3c",".3n","Z")


def attempt(value, specification):
    try:
        return repr(format(value, specification))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for specification in SPECIFICATIONS:
    for value in VALUES:
        print(repr(value), repr(specification), "=>", attempt(value, specification))
for specification in ("9223372036854775807", ".2147483648f", ".9223372036854775807f", "1000000000000"):
    for value in (1, 1.5, "a"):
        print(repr(value), repr(specification), "=>", attempt(value, specification))
