a, b = 1, 2
(a, b), c = [b, a], 3
print(a, b, c)
first, *middle, last = range(6)
print(first, middle, last)
*init, end = "abc"
print(init, end)
[x, (y, *z)] = [1, (2, 3, 4)]
print(x, y, z)
for (i, j), *rest in [((1, 2), 3, 4), ((5, 6),)]:
    print(i, j, rest)
print([*range(3), *"ab"], (*[1], 2), {*[1, 2], *[2, 3]}, {**{"a": 1}, "b": 2, **{"a": 3}})
def errors(*fs):
    for f in fs:
        try:
            print(f())
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
def u1(): a, b = 1,
def u2(): a, b = 1, 2, 3
def u3(): a, *b, c = [1]
def u4(): a, b = 5
def u5(): a, b = {1, 2, 3}
def u6(): [a, b] = "abc"
def u7(): a, b = iter([1])
def u8(): [*5]
def u9(): {**5}
def u10(): a, b, c, *d = [1]
errors(u1, u2, u3, u4, u5, u6, u7, u8, u9, u10)
l = list(range(10))
print(l[2:5], l[::-1], l[-3:], l[::3], l[8:2:-2], l[:], l[100:], l[-100:2], l[5:5])
l[2:4] = ["x"] * 3
print(l); l[::2] = range(6); print(l); del l[1::2]; print(l); l[:0] = [9]; print(l)
del l[:2]; print(l)
l[1:1] = l; print(l)
def s1(): l[::2] = [1]
def s2(): l["a"]
def s3(): l[1:2] = 5
def s4(): l[::0]
def s5(): del l["x"]
def s6(): (1, 2)[1.5]
errors(s1, s2, s3, s4, s5, s6)
print("hello"[1:-1], "hello"[::-1], b"bytes"[1:3], (1, 2, 3)[::2], range(10)[2:8:2], range(10)[::-1])
class S:
    def __getitem__(self, k): return k
s = S()
print(s[1], s[1:2], s[::3], s[1, 2], s[1:2, ...], s[:, 1], s[()], s[*[1, 2], 3])
x = y = z = []
x.append(1); print(z)
a = [1, 2, 3]; a[0], a[2] = a[2], a[0]; print(a)
i = 1; i += (i := 5); print(i)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
print(slice(1, 2), slice(None), slice(1, 10, 2).indices(5), slice(1, 2) == slice(1, 2))
d = {"a": [1, 2]}
d["a"][0] += 10; d["b"] = d.get("b", 0) + 1; print(d)
(lambda *a: print(a))(*"ab", *[1])
print(*[1, 2], sep="-"); print(*(), sep="-"); print(1, *[2], **{"end": "!\n"})
