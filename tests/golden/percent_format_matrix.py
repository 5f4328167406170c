def t(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


# (the flags, widths and conversions of % against values of every kind)
values = [0, -7, 255, 2**70, True, 1.5, -0.0, 1e300, float("inf"), float("nan"), "text", "", "é", b"by", None, 1j, [1], (1,), {"k": 1}]
for conversion in "dixXoeEfgGcrsa":
    for flags in ("", "-8", "08", "+", " ", "#", "#.3", ".0", "-+10.4", "8.2", "#08"):
        print(conversion, flags, *[ascii(t(lambda: ("%" + flags + conversion) % (v,))) for v in values], sep=" | ")
for template, value in [("%s %s", (1,)), ("%s", (1, 2)), ("%(a)s", {"a": 1}), ("%(a)s", {}), ("%(a)s", (1,)), ("%*d", (5, 3)), ("%.*f", (2, 1.555)),
                        ("%*d", ("x", 3)), ("%", ()), ("%q", 1), ("%(a", {}), ("%%", ()), ("%%", 1), ("%s", {}), ("%s", []), ("x", {}), ("x", 1),
                        ("%-*d|", (-5, 3)), ("%ld", 5), ("%(a)s %s", {"a": 1}), ("%c", 0x110000), ("%c", "ab"), ("%.2147483648f", 1.0)]:
    print(repr(template), repr(value), ascii(t(lambda: template % value)))
