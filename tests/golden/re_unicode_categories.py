# \w \d \s and \b over all of Unicode.
import re

def ranges(pattern, flags=0, start=0, stop=0x3100):
    p = re.compile(pattern, flags)
    result, first = [], None
    for c in range(start, stop + 1):
        hit = c < stop and p.match(chr(c)) is not None
        if hit and first is None:
            first = c
        elif not hit and first is not None:
            result.append("%x-%x" % (first, c - 1))
            first = None
    return result

print(ranges(r"\s"))
print(ranges(r"\d"))
print(len(ranges(r"\w", stop=0x1000)), ranges(r"\w", stop=0x300))
print(ranges(r"\s", re.A), ranges(r"\d", re.A), ranges(r"\w", re.A))
print(ranges(r"\d", start=0x11f00, stop=0x12000), ranges(r"\w", start=0x2ebe0, stop=0x2ee70))
for c in [0x41, 0xaa, 0xb2, 0xbc, 0x660, 0x2160, 0x2460, 0x3007, 0x4e00, 0x1d7ce, 0x10400, 0x5f, 0x203f, 0x300, 0xad, 0x200d, 0x1f600]:
    s = chr(c)
    print(hex(c), bool(re.match(r"\w", s)), bool(re.match(r"\d", s)), bool(re.match(r"\W", s)), bool(re.match(r"[\W]", s)),
          s.isalnum() or s == "_", s.isdecimal())
print(re.findall(r"\b\w+\b", "naïve café Straße привет 東京 x\U00010400y"), re.findall(r"\b", "é-é"), re.findall(r"\b", "é-é", re.A))
print(re.findall(r"\B", "ab"), re.findall(r"\B", ""), re.findall(r"\b", ""), re.findall(r"\Bé", "aé é"), re.findall(r"(?a:\b)é", "aé"))
print(re.split(r"\s", "a\x1cb\x85c\u2003d\u3000e"), re.split(r"(?a)\s", "a\x1cb c"), re.findall(r"\S+", "\xa0a\u2029b"))
