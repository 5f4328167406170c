"""Codecs with random octets, texts and error handlers."""
state = 4242
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
pool = [0x41, 0x80, 0xbf, 0xc2, 0xc3, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f, 0xff, 0xfe, 0x00, 0xd8, 0xdc, 0xef, 0xbb, 0x61, 0xc0, 0xf5]
cps = [0x41, 0x7f, 0x80, 0xff, 0x100, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdc80, 0xdcff, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x1f600, 0xe9]
encs = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "latin-1", "ascii"]
errs = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace", "nope"]
def call(f):
    try:
        return ascii(f())
    except UnicodeError as e:
        return ascii((type(e).__name__, e.encoding, e.object, e.start, e.end, e.reason, str(e)))
    except Exception as e:
        return type(e).__name__ + ":" + str(e)
for i in range(150):
    b = bytes(pool[rnd(len(pool))] for _ in range(rnd(9)))
    s = "".join(chr(cps[rnd(len(cps))]) for _ in range(rnd(6)))
    e = encs[rnd(len(encs))]
    for h in (errs[rnd(len(errs))], errs[rnd(len(errs))], "strict"):
        print(e, h, b, call(lambda: b.decode(e, h)), call(lambda: bytearray(b).decode(e, h)) == call(lambda: b.decode(e, h)), call(lambda: str(b, e, h)))
        print(e, h, ascii(s), call(lambda: s.encode(e, h)), call(lambda: bytes(s, e, h)))
