"""%-formatting and str.format with random specifications and arguments."""
state = 777
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
def pick(l): return l[rnd(len(l))]
def call(f):
    try:
        return ascii(f())
    except Exception as e:
        return type(e).__name__ + ":" + ascii(str(e))
vals = [0, 1, -1, 255, -255, 10**25, -10**25, 1.5, -0.0, 1e300, 3.14159, float("inf"), float("nan"), "abc", "é", "\u1234x", "", None, True, (1,), [1, 2], {"a": 1}, b"xy", 97, 1j, 123456789, 0.1, 1e-7, 1e16, 12345.678]
for i in range(220):
    fmt = "".join(pick(["%", "%(a)", "x", "%%"]) + pick(["", "-", "+", " ", "#", "0", "-0", "+0", "#0", " #"]) + pick(["", "5", "12", "*", "1"]) + pick(["", ".0", ".3", ".", ".*", ".10"]) + pick(list("diouxXeEfFgGcrsa") + ["l", "z", "%", ""]) for _ in range(1 + rnd(2)))
    n = rnd(4)
    args = tuple(pick(vals) for _ in range(n))
    print(ascii(fmt), ascii(args), call(lambda: fmt % args))
    v = pick(vals)
    print(ascii(fmt), ascii(v), call(lambda: fmt % v), call(lambda: fmt % {"a": v}))
for i in range(220):
    fmt = "".join(pick(["{", "{0", "{a", "{", "x", "{{", "}}", "{1"]) + pick(["", ".real", "[0]", "[a]", "!r", "!s", "!a", "!x"]) + pick(["", ":", ":5", ":>10", ":^+12.3f", ":{}", ":{1}", ":08.2f", ":x", ":#b", ":,", ":_d", ":*<9s", ":c", ":%", ":e", ":g", ":n"]) + pick(["}", "}", "}", "", "}}"]) for _ in range(1 + rnd(2)))
    args = tuple(pick(vals) for _ in range(rnd(4)))
    print(ascii(fmt), ascii(args), call(lambda: fmt.format(*args)), call(lambda: fmt.format(*args, a=5)), call(lambda: fmt.format_map({"a": [7]})))
