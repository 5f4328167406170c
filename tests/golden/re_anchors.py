# ^ $ \A \Z \b \B with and without MULTILINE; the dot.
import re

text = "one\ntwo\n\nthree\n"
for pattern in ["^", "$", r"\A", r"\Z", "^.", ".$", "^$", r"^\w+$", r"\A\w", r"\w\Z", r"\n\Z", r"\b\w", r"\w\b", r"\B\w\B", "^\n", "\n$", r"\n^", "$\n", "(?:^|x)t", ".+", r"\n+"]:
    print(pattern, [m.span() for m in re.finditer(pattern, text)], [m.span() for m in re.finditer(pattern, text, re.M)],
          [m.span() for m in re.finditer(pattern, text, re.S)])
for s in ["", "\n", "a", "a\n", "a\n\n", "a\r\n", "a\rb", "a\x85b", "a\u2028b", "a\vb"]:
    print(ascii(s), [m.span() for m in re.finditer("$", s)], [m.span() for m in re.finditer("(?m)^", s)], [m.span() for m in re.finditer("(?m)$", s)],
          re.findall(".", s), re.fullmatch("a.?", s) is not None, re.match("a$", s) is not None)
print(re.search("^a", "ba"), re.search("^a", "b\na", re.M), re.match("^b", "a\nb", re.M), re.compile("^b", re.M).match("a\nb", 2))
