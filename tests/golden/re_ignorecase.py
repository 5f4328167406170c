# IGNORECASE: which characters are the same.
import re

def same(pattern, flags=re.I, limit=0x2200):
    p = re.compile(pattern, flags)
    return [hex(c) for c in range(limit) if p.fullmatch(chr(c))]

for c in "aksi\u0130\u0131\u00b5\u03bc\u03c3\u03c2\u00e5\u212b\u03b8\u03c9\u00df\u00ff\u0178\u01c4\u01c5\u0345\u1e9e\u1e61\u1c80\u0432\u00d7\u00e9":
    print(hex(ord(c)), same(re.escape(c)), same("[" + c + "]"))
print(same("[i-k]"), same("[A-C]"), same("[\u03b1-\u03b3]"), len(same("[^i-k]")), same("\ufb05", limit=0xfb10), same("k", re.I | re.A))
print(re.findall("(?i)straße", "STRASSE Straße STRAẞE"), re.findall("(?i)\U00010400", "\U00010428\U00010400"))
print(re.findall(r"(?i)(a|é)\1", "aA éÉ aé"), re.findall(r"(?i)(\w)\1", "kK \u212ak ßẞ"))
print(re.findall("(?i)[^k]", "kKx\u212a"), re.findall("(?ia)[^k]", "kKx\u212a"), re.findall("(?i)[\u0400-\u042f]", "я Я"))
print(re.findall(b"(?i)[a-c\xe0]", b"aBC\xe0\xc0"), re.match("(?i)привет", "ПРИВЕТ"), re.match("(?ai)é", "É"), re.match("(?ai)éa", "éA"))
print(re.search("(?i)ι", "\u1fbe"), re.search("(?i)[ι]", "\u0345"), re.search("(?i)[\U00010400-\U00010427]", "\U00010428"))
