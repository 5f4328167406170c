"""Every method of str, bytes and bytearray on texts from a small generator."""
state = 12345
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
alph = ["ab", "aéb ", "ab\u1234 ", "a\U00012345b", "aA ,\n\t", "xX\x1c\x85\u2028 a", "\r\n a", "ß\u0130ΣǅaB", "01+-aéٕ", "'\"\\\x00é"]
def text(m):
    a = alph[rnd(len(alph))]
    return "".join(a[rnd(len(a))] for _ in range(rnd(m)))
def show(r):
    return ascii(r)
def call(f, *args, **kw):
    try:
        return show(f(*args, **kw))
    except Exception as e:
        return type(e).__name__ + ":" + ascii(str(e))
def bounds():
    k = rnd(4)
    if k == 0: return ()
    if k == 1: return (rnd(12) - 6,)
    if k == 2: return (rnd(12) - 6, rnd(12) - 6)
    return (None, rnd(12) - 6)
def go(n, conv):
    for i in range(n):
        s = conv(text(10)); t = conv(text(4)); u = conv(text(4))
        for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
            b = bounds()
            print(name, show(s), show(t), b, call(getattr(s, name), t, *b))
        for name in ("split", "rsplit"):
            print(name, show(s), show(t), call(getattr(s, name), t), call(getattr(s, name), t, rnd(4) - 1), call(getattr(s, name)), call(getattr(s, name), None, rnd(4) - 1), call(getattr(s, name), maxsplit=1))
        for name in ("partition", "rpartition", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip"):
            print(name, show(s), show(t), call(getattr(s, name), t), call(getattr(s, name)))
        print("replace", show(s), show(t), show(u), call(s.replace, t, u), call(s.replace, t, u, rnd(5) - 1))
        for name in ("center", "ljust", "rjust"):
            w = rnd(20)
            print(name, show(s), w, call(getattr(s, name), w), call(getattr(s, name), w, t))
        print("misc", show(s), call(s.zfill, rnd(15)), call(s.expandtabs, rnd(6)), call(s.splitlines), call(s.splitlines, True), call(t.join, [s, u, s]), call(lambda: s[bounds() and rnd(4):]), s + t == t + s, s < t, s == t, s >= u, t in s)
        a, b, c = rnd(24) - 12, rnd(24) - 12, rnd(9) - 4
        print("slice", show(s), a, b, c, call(lambda: s[a:b:c]), call(lambda: s[a]), call(lambda: s * (c)))
        for name in ("upper", "lower", "title", "capitalize", "swapcase", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isupper", "isspace", "istitle"):
            print(name, show(s), call(getattr(s, name)))
        if conv is str:
            for name in ("casefold", "isdecimal", "isnumeric", "isidentifier", "isprintable"):
                print(name, show(s), call(getattr(s, name)))
            print(repr(s).encode("utf-8", "backslashreplace"), [s.encode(e) for e in ("utf-8", "utf-16", "utf-32-be")], s.encode("ascii", "xmlcharrefreplace"))
            print(hash(s) == hash("".join(list(s))))
        else:
            print(s.hex(), s.hex(":", rnd(5) - 2), repr(s), s.decode("latin-1") == s.decode("utf-8"))
go(10, str)
go(5, lambda t: t.encode("utf-8"))
go(4, lambda t: bytearray(t.encode("utf-8")))
