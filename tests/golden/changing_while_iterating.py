# What iteration says when its container changes under it.
def run(label, make, change, limit=8):
    container, seen = make(), []
    try:
        for item in container:
            seen.append(item)
            if len(seen) >= limit:
                seen.append("...")
                break
            change(container, item)
    except Exception as e:
        seen.append(type(e).__name__ + ": " + str(e))
    print(label, seen)


dicts = {"set new": lambda d, k: d.__setitem__(len(d) + 10, 1), "delete": lambda d, k: d.pop(k), "replace": lambda d, k: d.__setitem__(k, 5),
         "clear": lambda d, k: d.clear(), "delete and add": lambda d, k: (d.pop(k), d.__setitem__(k, 1)), "popitem": lambda d, k: d.popitem(),
         "delete last and add": lambda d, k: (d.popitem(), d.__setitem__(99, 1)), "update": lambda d, k: d.update({7: 1, 8: 1}), "setdefault": lambda d, k: d.setdefault(k)}
for name, change in dicts.items():
    for view in ("keys", "values", "items"):
        d = {1: 1, 2: 2, 3: 3}
        run(f"dict {name} {view}", lambda: getattr(d, view)(), lambda c, k: change(d, k[0] if isinstance(k, tuple) else k))
    d = {1: 1, 2: 2, 3: 3}
    run(f"dict {name} reversed", lambda: reversed(d), lambda c, k: change(d, k))
lists = {"append": lambda x, i: x.append(i), "pop": lambda x, i: x.pop(), "remove": lambda x, i: x.remove(i), "insert": lambda x, i: x.insert(0, i),
         "clear": lambda x, i: x.clear(), "halve": lambda x, i: x.__delitem__(slice(None, None, 2)), "reverse": lambda x, i: x.reverse(), "extend self": lambda x, i: x.extend(x[:2])}
for name, change in lists.items():
    run("list " + name, lambda: [1, 2, 3, 4], change)
    x = [1, 2, 3, 4]
    run("list reversed " + name, lambda: reversed(x), lambda c, i: change(x, i))
sets = {"add": lambda s, i: s.add(i + 10), "discard": lambda s, i: s.discard(i), "clear": lambda s, i: s.clear(), "swap": lambda s, i: (s.discard(i), s.add(i)),
        "update in place": lambda s, i: s.__ior__({i})}
for name, change in sets.items():
    run("set " + name, lambda: {1, 2, 3}, change)
b = bytearray(b"abc")
run("bytearray append", lambda: b, lambda c, i: c.append(i))
run("bytearray pop", lambda: bytearray(b"abcdef"), lambda c, i: c.pop())
