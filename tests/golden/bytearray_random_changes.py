"""Random changes of bytearrays, by themselves and through views."""
state = 99
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
def call(f):
    try:
        return ascii(f())
    except Exception as e:
        return type(e).__name__ + ":" + str(e)
def sl():
    def p(): return [None, rnd(16) - 8][rnd(2)]
    st = [None, 1, 2, 3, -1, -2, 0][rnd(7)]
    return slice(p(), p(), st)
for i in range(120):
    b = bytearray(rnd(256) for _ in range(rnd(8)))
    ops = []
    for k in range(4):
        o = rnd(12)
        s = sl(); v = bytes(rnd(256) for _ in range(rnd(4))); n = rnd(14) - 7
        if o == 0: r = call(lambda: b.__setitem__(s, v))
        elif o == 1: r = call(lambda: b.__delitem__(s))
        elif o == 2: r = call(lambda: b.insert(n, 7))
        elif o == 3: r = call(lambda: b.pop(n))
        elif o == 4: r = call(lambda: b.extend(v))
        elif o == 5: r = call(lambda: b.__setitem__(n, rnd(300) - 20))
        elif o == 6: r = call(lambda: b.__delitem__(n))
        elif o == 7: r = call(lambda: b.remove(rnd(256)))
        elif o == 8: r = call(lambda: b.__imul__(n))
        elif o == 9: r = call(lambda: b.__iadd__(v)) ; b = b
        elif o == 10:
            m = memoryview(b)
            r = call(lambda: m.__setitem__(s, v)) + call(lambda: m[s].tolist()) + call(lambda: m[n]) + call(lambda: m[s][::-1].tobytes()) + call(lambda: m[s] == b[s]) + call(lambda: m.cast("H").tolist()) + call(lambda: b.append(1))
            m.release()
        else: r = call(lambda: b.__setitem__(s, [rnd(256) for _ in range(rnd(3))]))
        print(o, s, v, n, r, b)
