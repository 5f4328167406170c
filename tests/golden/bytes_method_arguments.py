# Methods of bytes and bytearray with every kind of argument, and their errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for kind in bytes, bytearray:
    text = kind(b'abcabc\x00\xffabc')
    for needle in b'', b'a', b'abc', b'\xff', b'zz', 97, 255, 256, -1, 'a', None, 1.0, bytearray(b'c'), [97]:
        for name in 'find', 'rfind', 'index', 'count', 'startswith', 'endswith', '__contains__', 'partition', 'rpartition', 'split', 'removeprefix', 'removesuffix', 'strip':
            try:
                print(name, repr(needle), getattr(text, name)(needle))
            except (TypeError, ValueError) as error:
                print(name, repr(needle), type(error).__name__, error)
    for action in (lambda: text.find(b'a', 1), lambda: text.find(b'a', 1, 3), lambda: text.find(b'a', None, -1), lambda: text.find(97, -3), lambda: text.count(b'', 2, 4), lambda: text.startswith((b'x', b'ab')),
                   lambda: text.startswith((b'x', 'ab')), lambda: text.endswith(()), lambda: text.replace(b'a', b'--'), lambda: text.replace(b'', b'.', 3), lambda: text.replace(b'a', 'b'), lambda: text.replace(b'a', b'b', 0),
                   lambda: text.replace(b'abc', b'abc'), lambda: text.join([b'1', bytearray(b'2')]), lambda: kind(b',').join([b'a', 'b']), lambda: kind(b',').join(b'ab'), lambda: kind(b',').join([]), lambda: kind(b',').join(5),
                   lambda: kind(b'a b  c').split(), lambda: kind(b' a b ').rsplit(None, 1), lambda: kind(b'a,b,c').split(b',', 1), lambda: kind(b'a,b').split(b''), lambda: kind(b'a\nb\r\nc\x0bd').splitlines(True),
                   lambda: kind(b'a\tb').expandtabs(4), lambda: kind(b'-5').zfill(5), lambda: kind(b'a').center(5, b'*'), lambda: kind(b'a').center(5, b'**'), lambda: kind(b'a').center(5, '*'), lambda: kind(b'a').ljust(3, bytearray(b'.')),
                   lambda: kind(b'aBc').swapcase() + kind(b'abc def').title() + kind(b'aBC').capitalize() + kind(b'\xe9A').lower() + kind(b'\xe9a').upper(),
                   lambda: [getattr(kind(b'aB1 '), n)() for n in ('isalpha', 'isalnum', 'isdigit', 'isspace', 'islower', 'isupper', 'istitle', 'isascii')],
                   lambda: kind(b'abc').translate(bytes(range(256)).replace(b'a', b'z')), lambda: kind(b'abc').translate(None, b'b'), lambda: kind(b'abc').translate(b'x'), lambda: kind(b'abc').translate(None, delete=b'ac'),
                   lambda: kind.maketrans(b'ab', b'xy')[96:100], lambda: kind.maketrans(b'ab', b'x'), lambda: kind.maketrans('ab', 'xy'), lambda: kind.fromhex('61 62  ff'), lambda: kind.fromhex('6'), lambda: kind.fromhex('zz'),
                   lambda: kind.fromhex('6 1'), lambda: kind.fromhex(b'61'), lambda: kind.fromhex('é'), lambda: kind(b'ab').hex() + kind(b'abcd').hex(':', 2), lambda: kind(b'ab') + b'c', lambda: b'c' + kind(b'ab'), lambda: kind(b'ab') + 'c',
                   lambda: kind(b'ab') * 2, lambda: 2 * kind(b'ab'), lambda: kind(b'ab') * -1, lambda: kind(b'ab') * 1.0, lambda: kind(b'ab') % (), lambda: kind(b'%s %b %d %x %c %a %r') % (b'a', b'b', 5, 255, 65, 'é', 'x'),
                   lambda: kind(b'%s') % 'a', lambda: kind(b'%c') % 256, lambda: kind(b'%c') % b'xy', lambda: kind(b'%(k)s') % {b'k': b'v'}, lambda: kind(b'%d') % 'x', lambda: kind(b'%z') % 1, lambda: kind(b'ab') == 'ab', lambda: kind(b'ab') < 'b',
                   lambda: kind(b'ab') < b'b', lambda: kind(b'ab')[0], lambda: kind(b'ab')[-3], lambda: kind(b'ab')['x'], lambda: kind(b'abcdef')[::-2], lambda: kind(b'ab').decode('ascii'), lambda: kind(b'\xff').decode(),
                   lambda: kind(b'\xff').decode(errors='replace'), lambda: kind(b'a').decode(5), lambda: kind(), lambda: kind(3), lambda: kind(-1), lambda: kind('a'), lambda: kind('é', 'latin-1'), lambda: kind([1, 2]), lambda: kind([256]),
                   lambda: kind(['a']), lambda: kind(1.5), lambda: kind(None), lambda: kind(b'a', 'ascii'), lambda: kind(encoding='ascii'), lambda: kind(range(3)), lambda: kind(10 ** 30), lambda: kind(source=b'x'), lambda: list(kind(b'ab'))):
        show(action)
