# Numbers to and from JSON, exactly.
import json

for n in [0, -0.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.1 + 0.2, 1 / 3, 1e21, 1e22, 123456789012345680.0, 1e-5, 0.0001, 2 ** 53 + 1, 2 ** 61 - 1, 2 ** 61, -2 ** 61, 2 ** 64, 10 ** 50, -10 ** 50]:
    t = json.dumps(n)
    back = json.loads(t)
    print(t, back == n, type(back) is type(n), json.dumps([n, {str(n): n}]), json.dumps({n: 1}))
for t in ["1.0", "1.00", "100", "1e0", "1E+00", "-1.5E-2", "0.1e1", "9007199254740993", "0.30000000000000004", "1e23", "8.5e-320", "4.9406564584124654e-324", "2.4703282292062327e-324", "179769313486231580793728971405301e277",
          "999999999999999999", "9999999999999999999", "-999999999999999999", "-1000000000000000000", "0.000000000000000000000000000001", "1" + "0" * 400, "1." + "3" * 50, "1" + "0" * 30 + ".5"]:
    print(t[:30], repr(json.loads(t))[:60], repr(json.loads(t, parse_float=str))[:60])
print(json.loads("[1, 1.0, -1, -1.0, 1e0]"), [type(x).__name__ for x in json.loads("[1, 1.0, -0, -0.0, 1e0]")])
import enum


class Color(enum.IntEnum):
    RED = 1


class Ratio(float, enum.Enum):
    HALF = 0.5


class Word(str, enum.Enum):
    HI = "hi"


print(json.dumps([Color.RED, Ratio.HALF, Word.HI, {Color.RED: Color.RED, Ratio.HALF: 1, Word.HI: 2}, True]))
