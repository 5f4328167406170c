# Characters by name: computed names, aliases, named sequences, in lookup() and in \N{...}.
import unicodedata as u

for name in ('SPACE', 'space', 'Latin Small Letter A With Acute', 'CJK UNIFIED IDEOGRAPH-4E00', 'CJK UNIFIED IDEOGRAPH-9FFF',
             'CJK UNIFIED IDEOGRAPH-2EBF0', 'CJK UNIFIED IDEOGRAPH-A000', 'CJK UNIFIED IDEOGRAPH-04E00',
             'cjk unified ideograph-4e00', 'HANGUL SYLLABLE GA', 'HANGUL SYLLABLE GANJ', 'HANGUL SYLLABLE HIH',
             'HANGUL SYLLABLE A', 'HANGUL SYLLABLE G', 'HANGUL SYLLABLE GAX', 'KAWI LETTER KA', 'MOOSE', 'WIRELESS',
             'NULL', 'BEL', 'BELL', 'NEW LINE', 'LF', 'NBSP', 'ZWJ', 'ZWNBSP', 'BYTE ORDER MARK', 'VS1', 'VS16', 'VS17', 'VS256',
             'VS257', 'VS0', 'VS01', 'LATIN SMALL LETTER GHA', 'LAO LETTER FO FON', 'WEIERSTRASS ELLIPTIC FUNCTION',
             'KEYCAP DIGIT ONE', 'LATIN SMALL LETTER R WITH TILDE', 'GEORGIAN LETTER U-BRJGU', '', 'no such', 'LATIN  SMALL LETTER A',
             'LATIN_SMALL_LETTER_A', 'LATIN SMALL LETTER A ', 'é', 'x' * 300):
    try:
        print(name, ascii(u.lookup(name)))
    except KeyError as error:
        print('KeyError', error)
print(u.lookup(b'SPACE') == ' ')
for wrong in 5, None:
    try:
        u.lookup(wrong)
    except TypeError as error:
        print(error)

print(ascii('\N{BEL}\N{ZWJ}\N{VS16}\N{HANGUL SYLLABLE GANJ}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{moose}'))
print(ascii(f'\N{kawi letter ka}{"x"}\N{latin small letter gha}'))
for source in r'"\N{KEYCAP DIGIT ONE}"', r'"\N{}"', r'"\N{VS0}"', r'"a\N{SPACE"', r'"\Nx"':
    try:
        print(ascii(eval(source)))
    except SyntaxError as error:
        print(error)

for c in 0xac00, 0xac05, 0xd7a3, 0x3400, 0x4dbf, 0x323af, 0x323b0, 0xfa0e, 0xf900, 0x17000, 0x1b170, 0x1f6dc, 0:
    print('%x' % c, u.name(chr(c), None))
wrong = [c for c in range(0xabf0, 0xd7b0, 7) if u.name(chr(c), '') and u.lookup(u.name(chr(c))) != chr(c)]
print(wrong, 'é\U0001f6dc'.encode('ascii', 'namereplace'))
