# JSONDecodeError: text, position, line and column.
import json

for t in ["", " ", "{", "[", "]", "}", ",", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1,,2]", '{"a"', '{"a":', '{"a" 1}', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", "{a:1}",
          "{'a':1}", '{"a":1 "b":2}', '{,}', "nul", "tru", "fals", "Nan", "Inf", "-Inf", "-", "--1", "+1", "01", "1.", ".5", "1.e5", "1e", "1e+", "0x1", "1 2", "[] []", "null x",
          "\x00", "é", "[1,\n2,\n x]", '{"a":\n\n}', '["a\nb"]', '"\\q"', "[1}", '{"a":1]', "/* */ 1", "1 // x", "undefined", "[\ufeff1]", '{"a":1,\n "b"}', "[1,\n]", "{\n\n,"]:
    try:
        print(repr(t), json.loads(t))
    except json.JSONDecodeError as e:
        print(repr(t), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == t)
e = json.JSONDecodeError("message", "a\nb\nc", 4)
print(repr(e), e.args, e.__reduce__() == (json.JSONDecodeError, ("message", "a\nb\nc", 4)), isinstance(e, ValueError), json.JSONDecodeError.__module__)
try:
    json.loads("[1,")
except ValueError as e:
    print(type(e).__name__, e.__cause__, e.__suppress_context__)
d = json.JSONDecoder()
print(d.raw_decode("[1] rest"), d.raw_decode("xx 1", 3), d.decode(" 1 "), d.scan_once("[1]x", 0))
for call in (lambda: d.raw_decode("x"), lambda: d.raw_decode(" 1"), lambda: d.scan_once("", 0), lambda: d.scan_once("1", -1), lambda: d.raw_decode("1", 5)):
    try:
        print(call())
    except StopIteration as e:
        print("StopIteration", e.value)
    except ValueError as e:
        print(type(e).__name__, e)
