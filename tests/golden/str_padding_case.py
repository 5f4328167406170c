# center, ljust, rjust, zfill, strip and friends, case methods and predicates.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for text in '', 'a', 'ab', 'é', '-5', '+5', '--5', '😀':
    print(ascii([text.center(5), text.center(6, '*'), text.center(5, 'é'), text.ljust(4, '.'), text.rjust(4, '€'), text.zfill(4), text.center(-1), text.ljust(0)]))
for action in (lambda: 'a'.center(5, 'ab'), lambda: 'a'.center(5, ''), lambda: 'a'.center('5'), lambda: 'a'.center(), lambda: 'a'.center(5, 1), lambda: 'a'.ljust(5, b' '), lambda: 'a'.zfill('5'),
               lambda: 'a'.rjust(5.0), lambda: 'a'.center(5, None), lambda: 'a'.zfill(2 ** 70)):
    show(action)
for text in '  a  ', '\t\n a\x0b\x0c\r\x1c\x85\xa0\u2003\u3000', 'xxaxx', 'xyxaxyx', '', '   ', 'aéa', '\u200ba\u200b':
    print(ascii([text.strip(), text.lstrip(), text.rstrip(), text.strip('x'), text.strip('xy'), text.lstrip('xy'), text.rstrip('yx'), text.strip(''), text.strip(None), text.strip('aé')]))
for action in (lambda: 'a'.strip(1), lambda: 'a'.strip(b'a'), lambda: 'a'.lstrip('a', 'b'), lambda: 'a'.rstrip([])):
    show(action)
for text in ('', 'hello world', 'HELLO', "it's o'clock", 'ǆ', 'ß', 'ŉ', 'İI', 'ıi', 'ΑΣ', 'Σ', 'ΑΣ Β', 'ﬁ', 'éÀ', '123abc', 'a1B2', '1A', 'x-y_z', 'ⅷ', 'ᾳ', '𐐀𐐨', 'Ǆ', 'ǅ', 'ª', '\u0345'):
    print(ascii([text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold()]))
    print('  ', text.isupper(), text.islower(), text.istitle(), text.isalpha(), text.isalnum(), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isspace(), text.isprintable(), text.isascii(),
          text.isidentifier())
for text in '²', '½', '٣', '一', '\t', '\u2003', '\x1f', '\x7f', '\xad', '\ud800', '_a', 'a b', 'def', '1a', 'é1', '\U000e0100', '℘', '·a', 'a·', '\u3000', '\x00':
    print(ascii(text), text.isupper(), text.islower(), text.istitle(), text.isalpha(), text.isalnum(), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isspace(), text.isprintable(), text.isascii(),
          text.isidentifier())
