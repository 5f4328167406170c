"""find, rfind, index, count, in, startswith and endswith over texts of every width."""

letters = ["a", "b", "ab", "é", "\u1234", "\U00012345"]
texts = []
for x in letters:
    for y in letters:
        texts.append(x + y + x + x + y)
needles = ["", "a", "b", "ab", "aa", "é", "éa", "\u1234", "\u1234b", "\U00012345", "x", "aba", "\U00012345\U00012345"]
total = 0
for text in texts:
    for needle in needles:
        row = [text.find(needle), text.rfind(needle), text.count(needle), needle in text, text.startswith(needle),
               text.endswith(needle), text.find(needle, 1), text.find(needle, 1, -1), text.rfind(needle, 2, 4),
               text.count(needle, -3), text.find(needle, 100), text.startswith(needle, 1), text.endswith(needle, 0, 2)]
        for n in row:
            total = (total * 33 + int(n) + 7) % 1000000007
print(total)

long = "ab" * 1000 + "c" + "ab" * 1000
print(long.find("bc"), long.find("ca"), long.rfind("ca"), long.count("ab"), long.count("aba"), long.find("c" * 2))
wide = long + "\u1234"
print(wide.find("bc"), wide.find("b\u1234"), wide.rfind("a"), wide.count("ba"), wide.find("x\u1234"))
wider = long + "\U00012345"
print(wider.find("bc"), wider.find("b\U00012345"), wider.rfind("ab"), wider.count("ba"), wider.find("ab" * 500))
print(("\u0101\u0102" * 50).find("\u0201"), ("\u6161" * 10).find("\u6161\u6162"), ("\u0061\u6100" * 9).find("\u6100\u0061"))
print("".find(""), "".rfind(""), "".count(""), "abc".find("", 3), "abc".find("", 4), "abc".count("", 1, 2), "" in "")
print("abc".startswith(("x", "ab")), "abc".endswith(("x", "bc")), "abc".startswith(()), "abc".startswith("", 5))
