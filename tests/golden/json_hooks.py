# The hooks of loads; JSONDecoder subclasses.
import json

text = '{"a": 1, "b": [2.5, {"c": -3, "d": NaN}], "e": {}}'
print(json.loads(text, object_hook=lambda d: sorted(d)), json.loads(text, object_pairs_hook=lambda p: p), json.loads(text, object_pairs_hook=tuple, object_hook=len))
print(json.loads(text, parse_int=float, parse_float=str, parse_constant=lambda c: "<" + c + ">"), json.loads("[1, 1.0, 1e2, -0]", parse_int=str, parse_float=repr))
print(json.loads("[Infinity, -Infinity, NaN]", parse_constant=str.lower), json.loads('{"x": {"y": 1}}', object_hook=lambda d: d.get("y", d)))


class Decoder(json.JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=self.hook, **kw)

    def hook(self, d):
        if "__complex__" in d:
            return complex(d["real"], d["imag"])
        return d


print(json.loads('[{"__complex__": true, "real": 1, "imag": 2}, {"a": 1}]', cls=Decoder), Decoder(strict=False).decode('"a\nb"'))


class Upper(json.JSONDecoder):
    def decode(self, s):
        return super().decode(s.lower())


print(json.loads("[TRUE, NULL]", cls=Upper))
for call in (lambda: json.loads("[1]", parse_int=lambda x: 1 / 0), lambda: json.loads("{}", object_hook=lambda d: d["x"]), lambda: json.loads("NaN", parse_constant=int),
             lambda: json.loads("1", no_such=1), lambda: json.loads('{"a":1}', object_pairs_hook=dict, strict=False), lambda: json.loads("1", cls=Decoder, strict=True),
             lambda: json.JSONDecoder(object_hook=None, parse_float=None).decode("1.5"), lambda: json.loads('"a\tb"', strict=False)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(json.loads("[1.1, 2]", parse_float=lambda s: round(float(s))), json.decoder.scanstring('a"b', 0), json.decoder.scanstring(r'x\n"', 0, True))
print(sorted(n for n in dir(json) if not n.startswith("_") and n not in ("codecs", "scanner")), json.scanner.make_scanner(json.JSONDecoder())("[0]", 0))
d = json.JSONDecoder()
print(d.strict, d.object_hook, d.parse_float, d.parse_int, json.__all__)
