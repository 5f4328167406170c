# indent, separators, and the pieces that dump writes.
import io
import json

value = {"a": [1, 2, {"b": None}], "c": {}, "d": [], "e": "x", "f": [[], [1]]}
for kw in [{}, {"indent": 2}, {"indent": 0}, {"indent": "\t"}, {"indent": "--"}, {"indent": 1, "separators": (",", ":")}, {"separators": (",", ":")},
           {"separators": (" ; ", " = ")}, {"indent": None}, {"indent": -1}, {"indent": ""}, {"indent": True}]:
    print(kw)
    text = json.dumps(value, **kw)
    print(text)
    f = io.StringIO()
    json.dump(value, f, **kw)
    print(f.getvalue() == text, "".join(json.JSONEncoder(**kw).iterencode(value)) == text)


class Pieces:
    def __init__(self):
        self.pieces = []

    def write(self, s):
        self.pieces.append(s)


for v, kw in [([1, [2], {"a": 3}], {}), ({"k": [], "l": {"m": 1}}, {"indent": 1}), ("s", {}), ([], {}), (1.5, {}), ([[[]]], {"indent": 0})]:
    p = Pieces()
    json.dump(v, p, **kw)
    print(p.pieces)
p = Pieces()
try:
    json.dump([1, {"a": object()}], p)
except TypeError as e:
    print(e, p.pieces)
try:
    json.dumps(1, indent=1.5)
except TypeError as e:
    print(e)
print(json.dumps([1, 2], indent=1.5) if False else json.dumps([], indent=4), json.dumps({}, indent=4), json.dumps(()))
