# findall and finditer, with and without groups, and empty matches.
import re

print(re.findall("a", "banana"), re.findall("(a)n", "banana"), re.findall("(a)(n)?", "banana"))
print(re.findall("", "abc"), re.findall("x*", "axbxxc"), re.findall("x*?", "axb"), re.findall("x*?y|x", "xxyx"))
print(re.findall(r"\b", "ab cd"), re.findall(r"\b|\w+", "ab cd"), re.findall(r"\w*|\b", "ab cd"))
print(re.findall("(?m)^", "a\nb\n"), re.findall("(?m)$", "a\nb\n"), re.findall("$", "a\n"))
print(re.findall("(a)|b", "ab"), re.findall("(a)|(b)", "ab"), re.findall(r"(\w)(\d)?", "a1b"))
print([m.span() for m in re.finditer("a*", "baac")], [m.group() for m in re.finditer(r"\w+", "one two")])
it = re.finditer(r"(\w)(\d)", "a1 b2")
print(type(it).__name__, iter(it) is it)
print(next(it).groups(), next(it).groups(), next(it, "over"), next(it, "still"))
p = re.compile("a")
print(p.findall("aaaa", 1), p.findall("aaaa", 1, 3), [m.start() for m in p.finditer("aaaa", 1, 3)])
print(re.findall(b"(.)x", b"axbx"), re.findall(b"a", bytearray(b"banana")), re.findall(b"a", memoryview(b"banana")))
print(re.findall("[aeiou]", "x" * 5), re.findall(r"(?i)A", "aAbB"))
print(re.findall(r"(?=(\w\w))", "abcd"), re.findall(r"(?<=(\w))\d", "a1b2"))
print(re.findall(r"\w+(?= sum)|\d+", "big sum 12"), re.findall(r"a.c", "abc a\nc a\tc"))
