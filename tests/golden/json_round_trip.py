# Random values survive dumps and loads, in every layout.
import json
import random

r = random.Random(2024)


def make(depth):
    kind = r.randrange(9 if depth else 6)
    if kind == 0:
        return r.choice([None, True, False])
    if kind == 1:
        return r.randrange(-10 ** r.randrange(1, 30), 10 ** 20)
    if kind == 2:
        return r.uniform(-1, 1) * 10 ** r.randrange(-300, 300)
    if kind < 6:
        return "".join(chr(r.choice([r.randrange(128), r.randrange(0x800), r.randrange(0x110000)])) for _ in range(r.randrange(6)))
    if kind < 8:
        return [make(depth - 1) for _ in range(r.randrange(5))]
    return {make(0) if r.random() < 0 else "k%d" % r.randrange(50): make(depth - 1) for _ in range(r.randrange(5))}


total = 0
for i in range(300):
    v = make(4)
    for kw in ({}, {"indent": 1}, {"ensure_ascii": False}, {"separators": (",", ":"), "sort_keys": True}):
        t = json.dumps(v, **kw)
        assert json.loads(t) == v, t
        assert "".join(json.JSONEncoder(**kw).iterencode(v)) == t
        total += len(t)
print(total)
