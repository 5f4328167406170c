# loads of every kind of document.
import json

for t in ["null", "true", "false", "0", "-0", "-0.0", "1", "-12", "123456789012345678901234567890", "1.5", "-1.5e3", "1E5", "1e-7", "0.1", "1e400", "-1e400",
          "2305843009213693951", "2305843009213693952", "-2305843009213693953", "[]", "{}", " [ ] ", "{ }", "[1,2,3]", '[1, "a", null]', '{"a":1}', '{"a": {"b": [1, {"c": 2}]}}',
          '{"a":1,"a":2}', "\t\n\r [ 1\n,\t2 ] ", "NaN", "Infinity", "-Infinity", '""', "[[[[]]]]", '{"":0}', "1.0E+2", "0e0", "12345.678e-10"]:
    v = json.loads(t)
    print(repr(t), repr(v), type(v).__name__)
print(json.loads(b'{"a": 1}'), json.loads(bytearray(b"[1]")), json.loads(b'\xef\xbb\xbf"bom"'))
for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
    print(encoding, json.loads('{"é": "\u20ac\U0001f600"}'.encode(encoding)), json.loads("1".encode(encoding)))
for bad in (None, 1, [], "\ufeff1", b"\xff", memoryview(b"1")):
    try:
        print(json.loads(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
import io
print(json.load(io.StringIO("[1, 2]")), json.load(io.BytesIO(b'{"a": [true]}')))
doc = json.loads('[{"key": 1}, {"key": 2}]')
print(doc, [k is j for a in doc for k in a for b in doc for j in b])
big = json.loads("[" + ",".join(map(str, range(2000))) + "]")
print(len(big), sum(big), json.loads(json.dumps({str(i): i for i in range(500)})) == {str(i): i for i in range(500)})
try:
    json.loads("1" * 5000)
except ValueError as e:
    print(e)
for deep in ("[" * 100000, '{"a":' * 100000):
    try:
        json.loads(deep)
    except RecursionError as e:
        print("RecursionError")
print(json.dumps(json.loads("[" * 200 + "]" * 200)) == "[" * 200 + "]" * 200)
