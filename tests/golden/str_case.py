"""Case conversion and predicates, ASCII and beyond."""

samples = ["", "a", "Z", "hello World", "HELLO", "ß", "ŉ", "ǆ", "ǅ", "ﬁn", "ΑΣ", "ΑΣ Σ", "Σ", "ΑΣΑ", "Σ'Α", "Α.Σ",
           "İstanbul", "ı", "they're bill's friends", "x1y2", "ǰ", "ΐ", "Ⅷ", "ⓐ", "ª", "²", "½", "٣", "\u3000 \t", "\x1c",
           "日本", "_a1", "1a", "a b", "\xad", "\u200b", "Ǆ123", "ÀÉ", "àé", "Title Case", "Title case", "𝐀", "𐐀", "𐐨",
           "\ud800", "ẞ", "straße", "ʼn"]
conversions = ["upper", "lower", "title", "capitalize", "swapcase", "casefold"]
predicates = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric",
              "isprintable", "isspace", "istitle", "isupper"]
for text in samples:
    print(ascii(text), *[ascii(getattr(text, name)()) for name in conversions])
    print("   ", *[name for name in predicates if getattr(text, name)()])

# Every code point that old and new tables agree on: a checksum per conversion.
for name in conversions:
    total = 0
    for c in range(0x3000):
        for mapped in getattr(chr(c), name)():
            total = (total * 31 + ord(mapped)) % 1000000007
    print(name, total)
