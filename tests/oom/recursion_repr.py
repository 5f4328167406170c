a = [1]
a.append(a)
d = {"d": a}
d["me"] = d
print(a, d)
try:
    def f():
        return f()
    import sys
    sys.setrecursionlimit(60)
    f()
except RecursionError as e:
    print(e)
