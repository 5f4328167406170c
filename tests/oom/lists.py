a = [i for i in range(20)]
b = a + [1, 2]
b.extend(a)
b.insert(3, "x")
c = b[2:9]
b.sort(key=str)
print(len(b), c, b[:4], sorted([3, 1, 2], reverse=True))
del b[1:5]
b *= 2
print(len(b), b.index("x"), b.pop())
