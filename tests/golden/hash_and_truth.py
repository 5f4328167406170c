# __hash__, __bool__, __len__: what they may return, inheritance, None, and errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def made(**methods):
    return type('Made', (), methods)()


for value in 5, -1, True, 2 ** 61 - 1, 2 ** 70, -2 ** 70, 5.0, 'x', None, []:
    show(lambda: hash(made(__hash__=lambda self: value)))
for value in True, False, 0, 1, 2, None, 'x', [1], 1.0:
    show(lambda: bool(made(__bool__=lambda self: value)))
for value in 0, 1, 5, -1, True, 2 ** 62, 2 ** 63, 1.0, 'x', None:
    show(lambda: len(made(__len__=lambda self: value)))
    show(lambda: bool(made(__len__=lambda self: value)))
show(lambda: bool(made(__bool__=lambda self: False, __len__=lambda self: 5)))
show(lambda: bool(made(__bool__=None)))
show(lambda: bool(made(__len__=None)))
show(lambda: hash(made(__hash__=None)))
show(lambda: not made(__len__=lambda self: 1 / 0))


class Index:
    def __index__(self):
        return 3


show(lambda: len(made(__len__=lambda self: Index())))
show(lambda: bool(made(__bool__=lambda self: Index())))


class Eq:
    def __eq__(self, other):
        return True


class EqHash(Eq):
    __hash__ = object.__hash__


class Inherited(Eq):
    pass


class Restored(Eq):
    def __hash__(self):
        return 7


class Further(Restored):
    def __eq__(self, other):
        return False


for cls in Eq, EqHash, Inherited, Restored, Further:
    print(cls.__name__, cls.__hash__ is None, '__hash__' in vars(cls), end=' ')
    try:
        print(type(hash(cls())).__name__)
    except TypeError as error:
        print(error)
for value in [], {}, set(), bytearray(), slice(1), ([],), (1, [2]), {1: 2}.items(), {1: 2}.keys(), memoryview(bytearray(b'x')):
    try:
        print(type(value).__name__, type(hash(value)).__name__)
    except (TypeError, ValueError) as error:
        print(type(value).__name__, type(error).__name__, error)
print(hash(0) == hash(0.0) == hash(False) == hash(0j), hash(1) == hash(1.0) == hash(True), hash(-1) == hash(-2), hash(2.5) == hash(2.5 + 0j), hash(float('inf')), hash(-float('inf')))
print(hash(()) == hash(()), hash((1, 2)) != hash((2, 1)), hash('') == 0, hash(frozenset()) == hash(frozenset()), hash(None) == hash(None), hash(slice(1, 2)) == hash(slice(1, 2, None)), hash(b'ab') == hash('ab'))
for value in 0, 0.0, 0j, '', b'', (), [], {}, set(), frozenset(), range(0), None, False, float('nan'), ' ', [0], {0: 0}, object(), NotImplementedError, bytearray(), memoryview(b''), iter([]), (x for x in ()):
    print(bool(value), end=' ')
print()
show(lambda: bool(1, 2))
show(lambda: bool())
show(lambda: bool(x=1))
show(lambda: (True + True, True * 3, True / 2, True // 2, -True, +False, True & False, True | 2, True ^ True, True << 2, True ** 2, str(True), repr(False), int(True), f'{True:d}', '%d' % True, True == 1, True is 1 == 1))
