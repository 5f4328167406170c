"""memoryview: items, slices, casts, comparison, release."""


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


m = memoryview(b"abcdef")
print(m[0], m[-1], m[1:3].tobytes(), m[::2].tolist(), m[::-1].tobytes(), len(m), list(m), 97 in m, bytes(m))
print(m.nbytes, m.format, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.c_contiguous, m.contiguous, m.obj)
print(m[::2].contiguous, m[::2].strides, m[::2].nbytes, m == b"abcdef", m[1:] == b"bcdef", m != b"x", m == "a", hash(m) == hash(b"abcdef"))
print(m.cast("H").tolist(), m.cast("b")[0], m.cast("c")[1], memoryview(bytes(8)).cast("d")[0], memoryview(b"\1\0").cast("?").tolist())
print(memoryview(b"\xff" * 8).cast("q")[0], memoryview(b"\xff" * 8).cast("Q")[0], memoryview(b"\xff" * 4).cast("i").tolist())
for action in (lambda: memoryview("a"), lambda: memoryview(1), lambda: m[10], lambda: m["a"], lambda: m.__setitem__(0, 1),
               lambda: m.cast("i"), lambda: m.cast("x"), lambda: m.cast("H").cast("I"), lambda: m[::2].cast("H"),
               lambda: hash(memoryview(bytearray(b"a"))), lambda: m < m, lambda: m.__delitem__(0), lambda: memoryview(b"a", 1)):
    print(attempt(action))
b = bytearray(b"abcdef")
w = memoryview(b)
w[0] = 65
w[1:3] = b"xy"
for action in (lambda: w.__setitem__(0, 300), lambda: w.__setitem__(0, "a"), lambda: w.__setitem__(0, 1.5), lambda: w.__delitem__(0),
               lambda: w.__setitem__(slice(0, 2), b"abc"), lambda: w.__setitem__(slice(0, 2), 5)):
    print(attempt(action))
print(b, w.toreadonly().readonly, w.hex(), w.hex(":", 2), m.tobytes("C"))
with memoryview(b) as inner:
    inner[0] = 90
print(b, attempt(lambda: inner[0]), attempt(lambda: len(inner)), repr(inner).split(" at")[0])
w.cast("H")[0] = 0x4242
w[2:4] = w[0:2]
print(b, memoryview(memoryview(b"abc")[1:])[0])
