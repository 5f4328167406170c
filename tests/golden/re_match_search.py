# match, search and fullmatch, and what their results say.
import re

m = re.match(r"(\d+)-(\d+)", "2024-06 rest")
print(m, m.group(), m.group(0), m.group(1), m.group(1, 2), m.groups())
print(m.start(), m.end(), m.span(), m.start(2), m.end(2), m.span(2))
print(m.pos, m.endpos, m.string, m.re.pattern, m.lastindex, m.lastgroup, m.regs)
print(re.match("b", "abc"), re.search("b", "abc"), re.fullmatch("b", "abc"))
print(re.fullmatch("a|ab|abc", "abc"), re.fullmatch("a*?", "aaa"), re.fullmatch("(a|ab)(c|bcd)(d*)", "abcd").groups())
print(re.search("$", "abc").span(), re.search("^", "abc").span(), re.match("", "").span())
print(bool(re.match("", "")), re.match("x*", "aaa"))

p = re.compile("b+")
for args in [("abbbc",), ("abbbc", 2), ("abbbc", 2, 3), ("abbbc", 4), ("abbbc", -5, 2), ("abbbc", 3, 1), ("abbbc", 100)]:
    print(args[1:], p.search(*args), p.match(*args), p.fullmatch(*args))
m = p.search("abbbc", 2, 4)
print(m.pos, m.endpos, m.span())
print(p.search(string="xbx", pos=1, endpos=2), re.search(pattern="b", string="abc", flags=0))

# pos is no new beginning for ^ and lookbehinds; endpos is an end for $.
print(re.compile("^b").search("ab", 1), re.compile("(?<=a)b").search("ab", 1), re.compile("b$").search("abc", 0, 2))
print(re.compile(r"\Ab").match("ab", 1), re.compile(r"\bb").match("ab", 1), re.compile(r"b\Z").match("abc", 1, 2))
for bad in (1, None, ["a"]):
    try:
        re.match("a", bad)
    except TypeError as e:
        print(e)
