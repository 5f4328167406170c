"""repr, ascii, indexing, slicing, repetition, comparison, iteration."""

for text in ["", "a", "'", '"', "'\"", "\\", "\n\r\t\0\x1b\x7f", "\x80\x9f\xa0\xad", "é", "\u0378", "\u200b\u2028", "\ud800", "\ue000",
             "\U0001f600", "\U000e0001", "日本", "a'b", 'a"b']:
    print(ascii(repr(text)), ascii(text), len(text))

for text in ["abcdefg", "abcdéfg", "abc\u1234efg", "abc\U00012345efg"]:
    print(ascii(text[0]), ascii(text[-1]), ascii(text[3]), ascii(text[1:4]), ascii(text[::-1]), ascii(text[::2]),
          ascii(text[5:1:-2]), ascii(text[10:]), ascii(text[:-10]), ascii(text[-3:]), ascii(text[:]), ascii(text[2:2]))
    print(text[:3] == "abc", hash(text[:3]) == hash("abc"), {text[:3]: 1}["abc"], text[::2] == "abc" + text[::2][3:])
    print(ascii(text * 2), ascii(2 * text), text * 0 == "", text * -1 == "", ascii(text + "x"), ascii("é" + text))
    print(list(map(ascii, text)), [ascii(c) for c in reversed(text)], len(list(iter(text))))

words = ["", "a", "B", "b", "ab", "abc", "é", "z", "\u1234", "\U00012345", "\uffff", "ab\u1234"]
print([ascii(w) for w in sorted(words)], [ascii(w) for w in sorted(words, reverse=True)])
for a in words:
    print(*["<" if a < b else "=" if a == b else ">" for b in words], *[a <= b for b in words[:2]], a != "a", a >= "b")
print("a" == 1, "a" != 1, "a".__eq__(1), "a".__lt__(None), min("hello"), max("hello"))
iterator = iter("ab")
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), list(iterator), iterator.__length_hint__())
print(type(iter("a")).__name__, type(iter("\u1234")).__name__, type(iter(b"")).__name__, type(iter(bytearray())).__name__)

text = ""
for i in range(300):
    text += chr(97 + i % 26)
    if i == 150:
        text += "\u1234"
        kept = text
    text += str(i)
print(len(text), ascii(text[-20:]), len(kept), ascii(kept[-3:]), hash(text) == hash("".join(list(text))))
