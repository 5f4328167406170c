b = bytes(range(10)) + b"abc"
a = bytearray(b)
a.extend(b"xyz")
a[2:4] = b"long replacement"
print(b.hex(), a, bytes(a)[:5], b"a,b".split(b","), memoryview(a)[1:3].tobytes())
