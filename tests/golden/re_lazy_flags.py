# The module's names: flags are there whichever way they are asked for.
from re import *
from re import M as multiline
import re

print(search("(?i)B", "abc"), IGNORECASE, multiline, I | M, sub("a", "b", "aa"), escape("."))
print("RegexFlag" in re.__all__, re.__name__, re.__all__ == sorted(re.__all__), len(re.__all__), hasattr(re, "nothing"), getattr(re, "nothing", 5))
print(re.match("a", "A", re.I), re.match("a", "A", flags=re.IGNORECASE | re.VERBOSE), re.compile("a", IGNORECASE).flags == re.I | re.U)
print(re.error is error, isinstance(re.compile("a"), Pattern), isinstance(re.match("a", "a"), Match), re.U, re.UNICODE, re.L, re.X, re.S, re.A)
flags = re.NOFLAG
for f in (re.I, re.S):
    flags |= f
print(flags, re.findall("a.b", "A\nB", flags), flags & re.I, flags ^ re.I, re.I in flags, re.M in flags, int(flags), flags == 18)
print(repr(re.RegexFlag(0)), repr(re.RegexFlag(1024 + 2)), re.RegexFlag.__name__, re.RegexFlag.__module__, re.RegexFlag.I is re.I)
