def t(name, value=None):
    print(name, end=" ")
    return value if value is not None else name

def f(*args, **kw):
    return sorted(kw) + list(args)

print(f(t("a"), *[t("b")], t("c"), x=t("d"), **{"y": t("e")}, z=t("f")))
d = {}
d[t("key")] = t("value")
print(d)
(t([0, 0])[t(0)]), (t([0])[t(0)]) = t("left"), t("right")
x = [1, 2, 3]
i = 0
i, x[i] = 2, 99
print(i, x)
print({t("k1"): t("v1"), t("k2"): t("v2")})
print(t(1) < t(2) < t(0) < t(5))
print([t("x") if t(0) else t("y")])
print(t(0) or t("") or t("end"), t(1) and t(2))
class C:
    def __getitem__(self, k):
        print("get", k, end=" ")
        return 1
    def __setitem__(self, k, v):
        print("set", k, v, end=" ")
c = C()
c[t("i")] += t(5)
print()
lambda_default = lambda a=t("default"): a
print(lambda_default())
@t(lambda f: t("decorated", f), None) if False else (lambda f: f)
def g(a=t("g default"), *, b=t("g kw")):
    pass
assert t(1), t("never")
del d[t("key")]
print(d)
