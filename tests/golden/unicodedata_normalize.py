# normalize() and is_normalized() in the four forms.
import unicodedata as u

texts = ['', 'plain', 'é', 'e\u0301', 'ﬁne', 'Å', '\u212b', 'A\u030a', '①②', 'ｶﾞ', '가', '\u1100\u1161', '각',
         '\u1e9b\u0323', 'q\u0307\u0323', 'q\u0323\u0307', '\ud800e\u0301', 'e\ud800\u0301', 'a\u0300\udfff\u0300',
         '\u0958', '\ufb2c', '\U0001d15e', '\U0001e030\U0001e040', '\u3392', '\ufdfa', 'ẛ̣', '\u0344', '\u037e', '\u2126',
         'Ω' * 3, 'x' * 5 + 'é' * 40]
for text in texts:
    print(ascii(text)[:60])
    for form in 'NFC', 'NFD', 'NFKC', 'NFKD':
        normal = u.normalize(form, text)
        print(' ', form, ascii(normal)[:100], u.is_normalized(form, text), u.is_normalized(form, normal))


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: u.normalize('NFX', 'a'))
show(lambda: u.normalize('NFX', ''))
show(lambda: u.normalize('NFC'))
show(lambda: u.normalize('NFC', 5))
show(lambda: u.normalize(5, 'a'))
show(lambda: u.normalize('NFC', 'a', 'b'))
show(lambda: u.is_normalized('nfc', 'é'))
show(lambda: u.is_normalized(form='NFC', unistr='é'))


class Text(str):
    pass


t = Text('abc')
print(type(u.normalize('NFC', 'abc')).__name__, u.normalize('NFC', t) == t)
total = {form: sum(u.normalize(form, chr(c)) == chr(c) for c in range(0x80, 0x3000)) for form in ('NFC', 'NFD', 'NFKC', 'NFKD')}
print(total)
