"""Changing bytearrays: items, slices, methods, and what views forbid."""


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


b = bytearray(b"hello")
b[0] = 72
b[-1:] = b"p!"
b[1:3] = []
print(b, len(b))
b[1:1] = bytearray(b"123")
b[::2] = b"x" * len(b[::2])
print(b)
del b[1::2]
print(b)
b += b"tail"
b *= 2
print(b, b[2:5], b[::-1], b.find(b"tail"), b.count(120))
b.extend(range(65, 70))
b.extend(b)
b.insert(0, 33)
b.insert(1000, 63)
b.insert(-1, 45)
print(b, b.pop(), b.pop(0), b.pop(-2))
b.remove(45)
b.reverse()
print(b)
b[:] = b[5:8]
print(b, bytes(b), list(b), b == b"FED", b.copy() is b)
b.clear()
print(b, attempt(lambda: b.pop()), attempt(lambda: b.remove(1)), attempt(lambda: b.append(256)))
b = bytearray(10)
for start in (0, 3, -4, 20):
    for stop in (0, 5, -2, 30):
        for step in (1, 2, -1, -3):
            copy = bytearray(range(10))
            del copy[start:stop:step]
            size = len(range(10)[start:stop:step])
            other = bytearray(range(10))
            other[start:stop:step] = bytes(200 + i for i in range(size))
            print(copy.hex(), other.hex())
view = memoryview(b)
for action in (lambda: b.append(1), lambda: b.clear(), lambda: b.pop(), lambda: b.extend(b"a"), lambda: b.insert(0, 1),
               lambda: b.__delitem__(0), lambda: b.__setitem__(slice(0, 0), b"a"), lambda: b.__iadd__(b"x")):
    print(attempt(action))
b[0] = 1
b[1:3] = b"ab"
view[3:5] = b"cd"
view[::3] = b"...."
print(b, view[1], view.tolist()[:4], view[1:4].tobytes())
view.release()
b.append(7)
print(b, attempt(lambda: view[0]))
del view
data = bytearray()
for i in range(1000):
    data.append(i % 256)
    data += bytes([i % 7])
print(len(data), sum(data), bytes(data[-4:]))


class Evil:
    def __init__(self, target):
        self.target = target

    def __index__(self):
        self.target.clear()
        return 0


b = bytearray(b"abc")
print(attempt(lambda: b.__setitem__(0, Evil(b))), b)
b = bytearray(b"abc")
print(attempt(lambda: b.find(b"a", Evil(b))), b)
b = bytearray(b"abc")
print(attempt(lambda: b.insert(2, Evil(b))), b)
b = bytearray(b"abc")
print(attempt(lambda: b[Evil(b):3]), b)
for action in (lambda: bytearray(10**18), lambda: bytearray(-1), lambda: bytearray(b"ab") * 2**62, lambda: bytes(2**62)):
    print(attempt(action))
