# Sets of characters.
import re

def matched(pattern, flags=0):
    return "".join(filter(re.compile(pattern, flags).fullmatch, map(chr, range(32, 127))))

for pattern in ["[abc]", "[^ -z]", "[a-f]", "[]x]", "[^]-~]", "[-a]", "[a-]", "[a\\-z]", "[\\d]", "[^\\D]", "[\\w]", "[^\\w]", "[\\s]", "[\\Wa]",
                "[\\d_-]", "[+--]", "[\\x41-\\x45]", "[\\101-\\103]", "[.*+?]", "[$^]", "[a-c-e]", "[\\]\\[]", "[\\\\]", "[\\.-9]", "[{}|()]", "[\\b]"]:
    print(pattern, matched(pattern))
print(matched("[a-c]", re.I), matched("[^a-c]", re.I) == matched("[^a-cA-C]"), matched("[Z-a]", re.I), matched("\\W"), matched("."))
print(re.findall("[\\n\\t]", "a\nb\tc"), re.findall("[^\\n]", "a\nb"), re.findall("[\\S\\s]", "a\n"), re.findall("[^\\S\\s]", "a\n"))
print(re.findall("[é-ü]", "éaüÿ"), re.findall("[\u0400-\u04ff]+", "abc привет"), re.findall("[\U0001f600-\U0001f64f]", "a\U0001f601b"))
print(re.findall("[^a]", "a\u0100\U00010000"), re.findall("[^\u0100]", "a\u0100"), re.findall("[\ud800]", "\ud800a"))
print(re.findall(b"[\x80-\xff]", b"a\x80\xff"), re.findall(b"[^\x80-\xff]", b"a\x80\xff"), re.findall(b"\\w", b"a\xe9"))
