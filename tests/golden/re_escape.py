# escape, and that it is undone by matching.
import re

print(re.escape("a.b*c[d]"), re.escape("_-/!\"%',:;<=>@`"), re.escape(" \t\n\r\v\f#&~"), re.escape(""), re.escape("é€\0"))
print(re.escape(b"a.b\xff\n"), re.escape(bytearray(b"(x)")), re.escape("()[]{}?*+-|^$\\.&~# "))
for c in map(chr, range(256)):
    assert re.fullmatch(re.escape(c), c), c
    assert re.fullmatch(re.escape(c) + "+", c * 3), c
for c in range(256):
    assert re.fullmatch(re.escape(bytes([c])), bytes([c])), c
text = "".join(map(chr, range(1, 300)))
print(re.fullmatch(re.escape(text), text).span(), re.match("(?x)" + re.escape("a b#c"), "a b#c").span())
for bad in (1, None):
    try:
        re.escape(bad)
    except TypeError as e:
        print(e)
