# split, rsplit, splitlines, partition and rpartition of str: every argument and error.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


texts = ['', ' ', 'a', ' a ', 'a b', '  a  b  ', 'a,b,,c', ',', ',,', 'a--b--c', '---', 'a\tb\nc\rd\x0be\x0cf', 'a\x1cb\x1db\x1ec\x1fd', 'a\x85b\u2028c\u2029d', 'a\u3000b\xa0c',
         'ünï,cödé,', 'a\r\nb\n\rc\n', '\n', '\r\n', '😀,😀', 'x' * 40 + ',' + 'y']
for text in texts:
    print(ascii(text))
    print(' ', ascii([text.split(), text.rsplit(), text.split(None, 1), text.rsplit(None, 1), text.split(maxsplit=0), text.rsplit(maxsplit=0)]))
    print(' ', ascii([text.split(','), text.split(',', 1), text.rsplit(',', 1), text.split('--'), text.rsplit('--', 1), text.split(',', 0), text.split(',', -5)]))
    print(' ', ascii([text.splitlines(), text.splitlines(True), text.splitlines(keepends=False)]))
    print(' ', ascii([text.partition(','), text.rpartition(','), text.partition('--'), text.rpartition('--'), text.partition('a b')]))
for action in (lambda: 'a'.split(''), lambda: 'a'.split(1), lambda: 'a'.split(b','), lambda: 'a'.split(',', 'x'), lambda: 'a'.split(',', None), lambda: 'a'.split(',', 1.0),
               lambda: 'a'.split(sep=',', maxsplit=1), lambda: 'a'.split(',', 1, 2), lambda: 'a'.split(foo=1), lambda: 'a'.rsplit(''), lambda: 'a'.partition(''), lambda: 'a'.rpartition(''),
               lambda: 'a'.partition(1), lambda: 'a'.partition(), lambda: 'a'.partition('a', 'b'), lambda: 'a'.rpartition(None), lambda: 'a'.splitlines(2), lambda: 'a'.splitlines('x'),
               lambda: 'a'.splitlines(1, 2), lambda: 'a b'.split(None, 10 ** 30), lambda: 'a b'.split(None, True), lambda: 'aaa'.split('a'), lambda: 'aaaa'.split('aa'), lambda: 'aaaaa'.rsplit('aa'),
               lambda: 'abcabc'.split('bc', 1), lambda: str.split('a b'), lambda: str.split(1), lambda: str.split()):
    show(action)
