# unicodedata: properties of characters, old and new, and the errors of its functions.
import unicodedata as u

characters = ['a', 'Z', '5', ' ', '\n', '\x7f', '\x85', '\xa0', '\xad', 'é', 'ß', 'ǅ', 'ʰ', '\u0301', '\u0378', 'א', '٣', 'क',
              '\u0903', '\u200d', '\u2028', '\u2066', '\u2069', '⅓', '⁵', '€', '∈', '《', '㊷', '一', '億', '京', '가', '힣',
              '\ud800', '\ue000', 'ﬁ', '\ufdfa', '\ufe0f', '\uffff', 'Ａ', 'ｱ', '𝔄', '𝟗', '\U00010efd', '\U00011f00',
              '\U00011f55', '\U0001d2c5', '\U0001e030', '\U0001e4ec', '\U0001f6dc', '😀', '\U0002ebf0', '\U000323af',
              '\U000e0101', '\U0010ffff']
for c in characters:
    print('%04x' % ord(c), u.category(c), u.bidirectional(c) or '-', u.combining(c), u.mirrored(c), u.east_asian_width(c),
          u.decomposition(c) or '-', u.numeric(c, None), u.digit(c, None), u.decimal(c, None), u.name(c, '?'))

print(sum(u.mirrored(chr(c)) for c in range(0x3100)), sum(u.combining(chr(c)) for c in range(0x2000)))
counts = {}
for c in range(0, 0x3400):
    key = u.category(chr(c))
    counts[key] = counts.get(key, 0) + 1
print(sorted(counts.items()))


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for function in (u.category, u.bidirectional, u.combining, u.mirrored, u.decomposition, u.east_asian_width, u.numeric,
                 u.digit, u.decimal, u.name):
    show(lambda: function())
    show(lambda: function(1))
    show(lambda: function('ab'))
    show(lambda: function('\u0378'))
    show(lambda: function('a', 5, 6))
    show(lambda: function(chr='a'))
print(u.unidata_version)
