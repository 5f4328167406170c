# Every kind of signature against calls that fit it and calls that do not.
signatures = ["", "a", "a, b", "a, b=2", "a, /", "a, /, b", "a, *, k", "*, k", "*, k=1", "*args", "a, *args", "**kw", "a, **kw",
              "a, /, **kw", "a=1, /, b=2, *, k=3, **kw", "a, *args, k, m=5", "*args, **kw", "a, b, c, d=4", "*, k, m, n=1"]
calls = ["", "1", "1, 2", "1, 2, 3", "1, 2, 3, 4, 5", "a=1", "1, a=2", "k=1", "1, k=2", "z=1", "1, z=2", "a=1, b=2", "b=2",
         "*[1, 2]", "*'ab', **{'k': 3}", "**{'a': 1}", "1, **{'a': 1}", "*(), **{}", "kw=1", "args=1", "1, 2, k=3, m=4, z=5",
         "aa=1", "1, 2, aaa=5", "*[1], *[2]", "**{'k': 1}, **{'m': 2}"]
for signature in signatures:
    names = [part.strip().split("=")[0].strip("*") for part in signature.split(",") if part.strip() not in ("", "/", "*")]
    namespace = {}
    exec(f"def f({signature}): return [{', '.join(names)}]", namespace)
    for call in calls:
        try:
            print(f"f({signature})", f"({call})", eval(f"f({call})", namespace))
        except TypeError as e:
            print(f"f({signature})", f"({call})", e)
