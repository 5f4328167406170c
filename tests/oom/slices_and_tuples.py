t = tuple(range(10))
print(t[2:5], t[::-2], t + (1,), t * 2, (1, 2) < (1, 3), hash((1, 2)) == hash((1, 2)), slice(1, 5).indices(3))
x, (y, z) = 1, (2, 3)
print(x, y, z, t.index(3), t.count(4), divmod(17, 5))
