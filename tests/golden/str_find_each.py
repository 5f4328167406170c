# find, rfind, index, rindex, count, startswith, endswith, in: positions, bounds, tuples, errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


text = 'abcabcdé€😀abc'
for needle in '', 'a', 'abc', 'c', 'é', '€😀', '😀', 'zz', 'abcabcdé€😀abc', 'abcabcdé€😀abcd', 'ca':
    print(ascii(needle), text.find(needle), text.rfind(needle), text.count(needle), needle in text, text.startswith(needle), text.endswith(needle))
    for start, end in (1,  None), (0, 3), (3, 6), (-3, None), (-100, 100), (5, 2), (None, -1), (13, 14), (14, 20), (2, 2):
        print('  ', start, end, text.find(needle, start, end), text.rfind(needle, start, end), text.count(needle, start, end), text.startswith(needle, start, end),
              text.endswith(needle, start, end))
for action in (lambda: text.index('zz'), lambda: text.rindex('zz'), lambda: text.index('c', 3), lambda: text.rindex('c', 0, 3), lambda: text.find(1), lambda: text.find(), lambda: text.find('a', 'b'),
               lambda: text.find('a', 1.0), lambda: text.find('a', 0, 1, 2), lambda: text.count(b'a'), lambda: text.index(None), lambda: 1 in text, lambda: None in text, lambda: b'a' in text,
               lambda: text.startswith(1), lambda: text.startswith(('x', 'ab')), lambda: text.startswith(()), lambda: text.startswith(('x', 1)), lambda: text.startswith(['a']),
               lambda: text.endswith(('bc', 'x')), lambda: text.endswith(('x',), 1, 3), lambda: text.endswith(b'c'), lambda: text.startswith(), lambda: text.find('a', None, None),
               lambda: text.find('a', 10 ** 30), lambda: text.find('c', -10 ** 30, 10 ** 30), lambda: ''.find('', 1), lambda: ''.find(''), lambda: ''.rfind(''), lambda: 'abc'.find('', 3), lambda: 'abc'.find('', 4),
               lambda: 'abc'.rfind('', 0, 2), lambda: 'abc'.count('', 1, 2), lambda: 'abc'.count('', 4), lambda: 'aaa'.count('aa'), lambda: ('a' * 1000 + 'b').find('ab'),
               lambda: ('ab' * 500 + 'c').find('abc'), lambda: ('ab' * 500).rfind('ba'), lambda: 'é'.find('\xe9'), lambda: 'a\0b'.find('\0'), lambda: 'abc'.startswith('', 4), lambda: 'abc'.startswith('', 3),
               lambda: 'abc'.endswith('', 4), lambda: 'abc'.find('a', True)):
    show(action)
