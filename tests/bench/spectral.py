"""Spectral norm: small functions called in inner loops."""
def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)

def times(v, transposed):
    n = len(v)
    if transposed:
        return [sum(element(j, i) * v[j] for j in range(n)) for i in range(n)]
    return [sum(element(i, j) * v[j] for j in range(n)) for i in range(n)]

def both(v):
    return times(times(v, False), True)

u = [1.0] * 260
for _ in range(6):
    v = both(u)
    u = both(v)
vbv = sum(a * b for a, b in zip(u, v))
vv = sum(b * b for b in v)
print("%.9f" % (vbv / vv) ** 0.5)
