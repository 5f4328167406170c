# repr, equality and hash of patterns; the cache.
import re

for args in [("a",), ("a", re.I), (b"a\n",), ("'\"",), ("é\u0100", re.A), ("a", re.I | re.L ^ re.L | re.X | re.M), ("x" * 300,),
             (b"a", re.L), ("(?i)a",), ("a", re.U), ("a/\\d",), ("", re.S)]:
    print(re.compile(*args))
a, b = re.compile("ab"), re.compile("ab", re.I)
print(a == re.compile("ab"), a == b, a != b, a == "ab", hash(a) == hash(re.compile("ab")), a is re.compile("ab"))
print(re.compile("a") == re.compile(b"a"), {re.compile("x"): 1}[re.compile("x")], len({re.compile("x"), re.compile("x", re.I)}))
re.purge()
c = re.compile("ab")
print(a is c, a == c, hash(a) == hash(c))
try:
    a < b
except TypeError as e:
    print(e)
print(repr(re.match("a*", "aaa" * 30)), repr(re.search(b"x", b"ax")), repr(re.match("", "a")))
print(a.pattern, a.flags, a.groups, a.groupindex, b"x" and re.compile(b"x").pattern)
for name in ("pattern", "flags", "groups"):
    try:
        setattr(a, name, 1)
    except AttributeError as e:
        print("AttributeError")
for t in (re.Pattern, re.Match):
    try:
        t()
    except TypeError as e:
        print(e)
    print(t, t.__name__, t.__module__, t[str])
print(isinstance(a, re.Pattern), isinstance(re.match("a", "a"), re.Match))
for i in range(600):
    re.compile("p%d" % i)
print(re.compile("p599") is re.compile("p599"))
