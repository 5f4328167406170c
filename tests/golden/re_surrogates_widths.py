# Subjects of every width: Latin-1, two octets, four octets, lone surrogates.
import re

texts = ["abc abd", "ab\xe9 ab\xfc", "ab\u0100 ab\u20ac", "ab\U0001f600 ab\U00010ffff"[:9], "a\ud800b \udfff", "\U0001f600" * 3 + "a"]
for pattern in ["ab.", r"\w+", r"\W", "[^a-c ]", ".", "(.)b", r"\s", r"(?<=b).", "b$", ".(?= )", "[\xe0-\xff]", "[\u0100-\u20ac]", "[\U00010000-\U0010ffff]", "[\ud800-\udfff]",
                r"\ud800", r"\U0001f600", "\xe9|\u0100|\U0001f600", "(?i)AB", "[^\U0001f600]", "[^\u0100]", "x|\u0100", r".{2}|a"]:
    p = re.compile(pattern)
    print(ascii(pattern), [ascii(p.findall(t)) for t in texts], [m and m.span() for m in map(p.search, texts)])
p = re.compile("(.)(.)")
for t in texts:
    print(ascii(p.sub(r"\2\1", t)), ascii(p.split(t)), ascii(p.match(t).groups()))
print(ascii(re.sub("a", "\U0001f600", "banana")), ascii(re.sub("\U0001f600", "-", "a\U0001f600b")), ascii(re.sub("\u0100", "a", "\u0100\u0100")))
print(len(re.sub("\u0100", "a", "\u0100\u0100").encode()), re.sub("\u0100", "a", "\u0100b") == "ab", ascii(re.search("b.*", "\u0100b\xe9")[0]))
