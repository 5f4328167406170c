"""UTF-8 there and back, cut at every offset."""
t = []
for c in list(range(0, 0x900, 7)) + list(range(0x900, 0x11000, 501)) + [0xffff, 0x10000, 0x10ffff, 0xd7ff, 0xe000]:
    if 0xd800 <= c < 0xe000: continue
    t.append(chr(c))
s = "".join(t)
for a in range(0, 300, 3):
    for b in (1, 2, 15, 16, 17, 40, 130, 300):
        x = s[a:a + b]
        y = "abc" * (a % 7) + x + "z" * (b % 5)
        assert y.encode().decode() == y, (a, b)
        assert (y * 3).encode().decode() == y * 3
        e = y.encode()
        for cut in (0, 1, 2, 3):
            z = e[cut:len(e) - cut].decode("utf-8", "surrogateescape")
            assert z.encode("utf-8", "surrogateescape") == e[cut:len(e) - cut], (a, b, cut)
print("ok")
