# fnmatch: shell patterns.
import fnmatch
import re

names = ["abc", "ab", "a", "", "file.txt", "file.py", ".hidden", "[x]", "x-y", "a\nb", "é", "A", "a]", "!", "^", "\\", "a.b.c", "test_1.py", "-"]
for pattern in ["*", "?", "??", "a*", "*c", "a?c", "*.py", "*.*", "[a-c]*", "[!a-c]*", "[]x]", "[!]]*", "[", "[a", "[[]x]", "x[-]y", "x[+--]y", "[^]", "[!]", "[a-]", "[b-a]", "[b-ax]", "[!b-a]", "*[.]*", "\\", "[\\]", "**b**", "a*b*c", "*a*b*c*",
                ".*", "[&|~]", "[a-c-e]", "", "[!a]", "test_[0-9].p?"]:
    print(repr(pattern), [n for n in names if fnmatch.fnmatchcase(n, pattern)], fnmatch.translate(pattern))
print(fnmatch.filter(names, "*.py"), fnmatch.fnmatch("ABC", "abc"), fnmatch.fnmatch("ABC", "A*"), fnmatch.filter([b"a.py", b"b"], b"*.py"), fnmatch.fnmatchcase(b"a\xff", b"a?"))
for call in (lambda: fnmatch.fnmatch("a", b"a"), lambda: fnmatch.fnmatch(b"a", "*"), lambda: fnmatch.filter(["a"], b"*")):
    try:
        print(call())
    except TypeError as e:
        print("TypeError")
print(fnmatch.fnmatch("a" * 50, "*a" * 30 + "*b"), bool(re.match(fnmatch.translate("a*b?c"), "axxbyc")), fnmatch.__all__)
