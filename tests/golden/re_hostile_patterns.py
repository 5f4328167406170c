# Patterns that backtrack much, nest deeply, or are large.
import re

for pattern, text in [("(a+)+$", "a" * 22 + "b"), ("(a|aa)+$", "a" * 24 + "b"), ("(.*)*x$", "a" * 12), ("(a*)*b", "a" * 20 + "c")]:
    print(pattern, re.match(pattern, text))
print(re.match("(?:a|b)*", "ab" * 50000).end(), re.match("((a)|b)*", "ab" * 50000).groups(), re.match("(?:(?:a|b)+)*$", "ab" * 10000).end())
print(re.compile("(" * 90 + "a" + ")" * 90).match("a").lastindex, re.compile("(?:" * 60 + "a" + ")" * 60).match("a"))
try:
    re.compile("(" * 100000)
except (RecursionError, re.error) as e:
    print("refused")
big = "|".join("word%d" % i for i in range(5000))
p = re.compile("(?:" + big + ")\\b")
print(len(p.findall("word1 word4999 word5000 nothing word77")), p.search("x" * 1000 + "word4321").span())
p = re.compile("".join("(%s)" % c for c in "abcdefghij" * 30))
print(p.groups, p.match("abcdefghij" * 30).group(300), p.match("abcdefghij" * 29))
print(re.findall("[" + "".join(map(chr, range(0x100, 0x400, 2))) + "]", "\u0100\u0101\u0102"))
print(re.match("(?:x?){15}x{15}", "x" * 15).end(), re.search("(?=(a+))\\1b", "a" * 200), len(re.sub("a|b", "c", "ab" * 5000)))
print(re.compile("a{1000}b{1000}").match("a" * 1000 + "b" * 1000).end(), re.match("(a{1,100}){1,10}", "a" * 1000).span(1))
