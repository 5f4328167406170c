# slice: attributes, indices, comparison, hashing, repr, use in every sequence.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for args in (5,), (1, 5), (1, 10, 2), (None,), (None, None, -1), ('a', 'b', 'c'), ([], {}, ()), (-3, -1), (1.5,):
    s = slice(*args)
    print(s, s.start, s.stop, s.step, s == slice(*args), s != slice(0))
    for length in 0, 3, 10:
        show(lambda: s.indices(length))
for action in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(stop=5), lambda: slice(1) < slice(2), lambda: slice(1, 2) < slice(1, 3), lambda: slice(1, 'a') < slice(1, 2), lambda: slice(1) == (None, 1, None), lambda: slice(None, 1, None) < (None, 2, None), lambda: hash(slice(1, 2)) == hash(slice(1, 2)),
               lambda: hash(slice([])), lambda: {slice(1): 'x'}[slice(1)], lambda: slice(1).indices('x'), lambda: slice(1).indices(), lambda: slice(0, 10, 0).indices(5), lambda: slice('a').indices(5), lambda: slice(1).start, lambda: setattr(slice(1), 'start', 5), lambda: slice(10 ** 30).indices(10 ** 20),
               lambda: slice(None, None, -10 ** 30).indices(5), lambda: slice(-10 ** 30, 10 ** 30, 10 ** 29).indices(10 ** 30), lambda: slice(1).indices(10 ** 40), lambda: type('S', (slice,), {}), lambda: slice(slice(1), slice(2)), lambda: slice(1).__reduce__()[1]):
    show(action)


class Echo:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print('set', key, value)

    def __delitem__(self, key):
        print('del', key)


e = Echo()
print(e[1:2], e[:], e[::], e[1:2:3], e[1:2, 3], e[..., ::2], e[()], e[:, :], e['a':'b'], e[None:None], e[*(1, 2)], e[*(1, 2), 3], e[1:2, *[3]])
e[1:2] = 5
e[:, 0] = 6
del e[::2]
for length in 0, 1, 5, 8:
    for start in None, 0, 1, -1, -3, 4, 20, -20:
        for stop in None, 0, 2, -1, -2, 20, -20:
            row = ''
            for step in None, 1, 2, -1, -3, 100:
                s = slice(start, stop, step)
                expected = [i for i in range(*s.indices(length))]
                for kind in list, tuple, bytes, bytearray, range:
                    data = kind(length) if kind is range else kind(range(length))
                    assert list(data[s]) == expected, (kind, s)
                text = 'abcdefgh'[:length]
                assert text[s] == ''.join(text[i] for i in expected)
                wide = 'aé€😀efgh'[:length]
                assert wide[s] == ''.join(wide[i] for i in expected)
                changed = list(range(length))
                del changed[s]
                assert changed == [i for i in range(length) if i not in expected]
                row += str(len(expected)) + ' '
            print(length, start, stop, row)
