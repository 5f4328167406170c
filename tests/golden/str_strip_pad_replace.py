"""strip, center, ljust, rjust, zfill, expandtabs, replace, removeprefix, removesuffix."""

for text in ["", " ", "abc", "  abc  ", "\t\nabc\x1f\x85", "xxabcxx", "éabcé", "\u3000abc\u2003", "abcabc", "a\tb\tc\n\td", "-7", "+",
             "\u1234abc\u1234"]:
    print(ascii(text), ascii(text.strip()), ascii(text.lstrip()), ascii(text.rstrip()), ascii(text.strip("xé\u1234")),
          ascii(text.lstrip("ax ")), ascii(text.rstrip("cx ")), ascii(text.strip("")))
    for width in (-1, 0, 4, 5, 6, 9):
        print("  ", ascii(text.center(width, "*")), ascii(text.ljust(width, "\u1234")), ascii(text.rjust(width)),
              ascii(text.zfill(width)))
    print("  ", ascii(text.expandtabs()), ascii(text.expandtabs(3)), ascii(text.expandtabs(0)), ascii(text.expandtabs(-5)))
    for old, new in [("a", "b"), ("", "-"), ("abc", ""), ("b", "\u1234"), ("\u1234", "x"), ("c", "ccc"), ("zz", "y"), ("", "")]:
        print("  ", ascii(text.replace(old, new)), ascii(text.replace(old, new, 1)), ascii(text.replace(old, new, 0)),
              ascii(text.replace(old, new, count=2)))
    print("  ", ascii(text.removeprefix("  a")), ascii(text.removesuffix("bc")), ascii(text.removeprefix("")))
wide = "a\u1234b"
print(ascii(wide.replace("\u1234", "c")), wide.replace("\u1234", "c") == "acb", hash(wide.replace("\u1234", "c")) == hash("acb"))
for name, args in [("ljust", (10**18,)), ("rjust", (2**63 - 1,)), ("center", (10**18,)), ("zfill", (2**62,)), ("__mul__", (2**62,))]:
    try:
        getattr("ab", name)(*args)
    except (MemoryError, OverflowError) as error:
        print(name, type(error).__name__, error)
try:
    ("a" * 100000).replace("a", "b" * 2**30)
except MemoryError:
    print("replace MemoryError")
