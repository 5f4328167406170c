# Flags: given, inline for all, inline for a group.
import re

print(re.findall("(?i)ab", "ab AB aB"), re.findall("a(?i:b)c", "abc aBc ABc"), re.findall("(?i:a(?-i:b))c", "abc Abc ABc AbC"))
print(re.findall("(?s).", "a\n"), re.findall(".", "a\n"), re.findall("(?s:.).", "\n\na"), re.findall("(?m)^.", "ab\ncd"))
print(re.findall("(?m:^)a|^b", "a\nb\na"), re.findall("(?x) a b # comment\n c", "abc"), re.findall("(?x: a b ) c", "ab c"))
print(re.findall(r"(?x)a\ b [ ] \#", "a b #"), re.findall("(?x) (?: a | b ) +", "abba"), re.findall("(?x)a  {2}", "aa a {2}"))
print(re.findall(r"(?a)\w+", "aé1"), re.findall(r"(?a:\w)+", "aé"), re.findall(r"(?u:\w)+", "aé", re.A), re.findall(r"\w+", "aé", re.A))
print(re.findall("(?ims)^a.b$", "A\nB\nx"), re.findall("(?i-m:^a)", "a\nA", re.M), re.compile("(?im)a").flags, re.compile("(?a)a").flags)
print(re.compile("a").flags, re.compile(b"a").flags, re.compile("(?i:a)").flags, re.compile("a", re.I | re.X).flags)
for pattern, flags in [("a", re.L), (b"a", re.U), ("a", re.A | re.U), (b"a", re.A | re.L), ("(?a)a", re.U), ("(?u)a", re.A)]:
    try:
        print(re.compile(pattern, flags))
    except ValueError as e:
        print(type(e).__name__, e)
p = re.compile("a")
print(re.compile(p) is p)
try:
    re.compile(p, re.I)
except ValueError as e:
    print(e)
for bad in (1, None, bytearray(b"a"), ["a"]):
    try:
        re.compile(bad)
    except TypeError as e:
        print(e)
print(re.findall("(?#comment)a(?#another)", "aa"), re.findall("(?i)(?m)^a", "a\nA"), re.findall("(?#x)(?i)a", "A"))
