# replace, translate, maketrans, expandtabs, removeprefix, removesuffix, join.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for text in '', 'aaa', 'banana', 'a€a€', 'été', '😀a😀':
    for old, new in ('', '-'), ('a', ''), ('a', 'bb'), ('a', '€'), ('€', 'x'), ('aa', 'b'), ('an', 'AN'), ('é', 'e'), ('😀', '!'), ('z', 'y'), ('', ''):
        print(ascii([text.replace(old, new), text.replace(old, new, 1), text.replace(old, new, 0), text.replace(old, new, -1), text.replace(old, new, count=2)]))
table = str.maketrans({'a': 'A', 'b': None, 'c': 'xyz', 100: 'é', 'e': 0x1f600})
show(lambda: table)
show(lambda: 'abcde-abc'.translate(table))
show(lambda: str.maketrans('abc', 'xyz'))
show(lambda: str.maketrans('abc', 'xyz', 'cd'))
show(lambda: 'aabbccdd'.translate(str.maketrans('abc', 'xyz', 'cd')))
for args in (('ab', 'x'), ('ab',), ({'ab': 1},), ({1.5: 2},), ('a', 'b', 5), (1, 2), ('a', 2), (), ({},), ('', '', ''), ('aa', 'xy')):
    show(lambda: str.maketrans(*args))


class Table:
    def __getitem__(self, c):
        if c == ord('x'):
            raise LookupError
        if c == ord('y'):
            raise KeyError
        if c == ord('z'):
            raise ValueError('z is bad')
        return chr(c).upper() if c != ord('n') else None


for text in 'abxy', 'éxn', 'z', '', 'n':
    show(lambda: text.translate(Table()))
for table in {97: 'é'}, {97: 1.5}, {97: 0x110000}, {97: -1}, {97: b'x'}, {233: 'ee'}, {}, [None] * 98, [], 5, None, 'x' * 200:
    show(lambda: 'aéa'.translate(table))
for text in 'a\tb', '\t', 'ab\tc\td', 'a\n\tb', 'a\r\tb', 'é\tx', 'abc':
    print(ascii([text.expandtabs(), text.expandtabs(4), text.expandtabs(1), text.expandtabs(0), text.expandtabs(-3), text.expandtabs(tabsize=2)]))
show(lambda: 'a'.expandtabs('x'))
show(lambda: 'a'.expandtabs(2 ** 40))
for text in 'prefix-body', 'body', '', 'pre', 'fixfix':
    print([text.removeprefix('pre'), text.removesuffix('fix'), text.removeprefix(''), text.removesuffix(''), text.removesuffix('-body'), text.removeprefix(text)])
show(lambda: 'a'.removeprefix(1))
show(lambda: 'a'.removesuffix(None))
show(lambda: 'a'.removeprefix())
for items in [], ['a'], ['a', 'b'], ('é', '€', '😀'), 'abc', {'k': 1}, (c for c in 'xyz'), [1], ['a', b'b'], 5, None, ['a', None]:
    show(lambda: '-'.join(items))
show(lambda: '€'.join(['a'] * 3) + ''.join(['x', 'y']) + ', '.join(str(i) for i in range(3)))
show(lambda: ''.join())
