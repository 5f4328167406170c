# sub and subn: literals, limits, functions, empty matches.
import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", count=2), re.subn("a", "b", "banana"), re.subn("z", "b", "banana"))
print(re.sub("(?i)b+", "x", "bbbb BBBB"), re.sub(r"\d+", lambda m: str(int(m.group()) + 1), "08.2 -2 23x99y"))
print(re.sub("x*", "-", "abxd"), re.sub("x*?", "-", "abxd"), re.sub("x*|b", "-", "abxd"), re.sub("b|x*", "-", "abxd"))
print(re.sub("^", ">", "a\nb"), re.sub("(?m)^", ">", "a\nb\n"), re.sub("(?m)$", "<", "a\nb\n"), re.sub("$", "<", "a\n"))
print(re.sub(r"\b", "|", "ab cd"), re.sub("", "-", "ab"), re.sub("", "-", ""))
print(re.sub(".", lambda m: None, "abc") == "", re.sub("b", lambda m: "", "abc"), re.sub("b", lambda m: r"\n", "abc"))
print(re.compile("a").sub("b", "aaa", 2), re.compile("a").sub(repl="b", string="aaa", count=1), re.compile("a").subn("b", "aa"))
print(re.sub(b"a", b"b", b"banana"), re.sub(b"a", lambda m: m.group() * 2, b"ba"), re.sub(b"(a)", rb"<\1>", bytearray(b"ba")))
s = "unchanged"
print(re.sub("z", "y", s) is s, re.sub("(?:)", "", s) == s)
seen = []
re.sub("(a)(b)?", lambda m: seen.append((m.span(), m.groups())) or "", "abaab")
print(seen)
print(re.sub("a", "é", "banana"), re.sub("a", "\U0001f600", "ba"), re.sub("é", "e", "caf\xe9"), re.sub("a", lambda m: "\u0100", "xa"))
for call in (lambda: re.sub("a", lambda m: 5, "xa"), lambda: re.sub("a", b"b", "xa"), lambda: re.sub(b"a", "b", b"xa"),
             lambda: re.sub("a", 1, "xa"), lambda: re.sub("a", "b", 1), lambda: re.sub(b"a", lambda m: "s", b"a"),
             lambda: re.sub("a", "b", b"a"), lambda: re.sub("(a)", lambda m: 1 / 0, "a")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
