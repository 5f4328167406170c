# The flags are an enumeration.
import re

print(re.IGNORECASE, repr(re.I), str(re.M), re.I | re.M, re.NOFLAG, re.RegexFlag.A)
print(re.I.value, re.I.name, re.I == 2, isinstance(re.I, int), re.I is re.IGNORECASE, bool(re.NOFLAG), bool(re.I))
print(list(re.RegexFlag), len(re.RegexFlag))
print(type(re.I), re.RegexFlag(10), re.RegexFlag["S"], re.I in (re.I | re.S), ~re.I & re.S)
print(re.compile("a", re.I | re.S), re.compile("a", 2 | 16).flags == (re.I | re.S | re.U))
from re import DOTALL, A
print(DOTALL, A, f"{DOTALL}", "%d" % DOTALL)
try:
    re.NO_SUCH
except AttributeError as e:
    print(e)
print(sorted(n for n in re.__all__))
