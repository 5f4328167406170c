# __new__ and __init__: results of other types, arguments of object, metaclass __call__, subclasses of built-in types.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class A:
    def __new__(cls, *args):
        print('new', cls.__name__, args)
        return super().__new__(cls)

    def __init__(self, *args):
        print('init', args)


A(1, 2)


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print('never')


print(Other())


class Related(A):
    def __new__(cls, kind):
        return A.__new__(kind) if kind else None


print(Related(None), type(Related(A)).__name__)


class ReturnsSub(A):
    def __new__(cls):
        return object.__new__(Deeper)


class Deeper(ReturnsSub):
    def __init__(self, *args):
        print('deeper init', args)


print(type(ReturnsSub()).__name__)
for action in (lambda: object(1), lambda: object(x=1), lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: object.__new__(A, 1) is not None, lambda: int.__new__(str), lambda: int.__new__(bool), lambda: bool.__new__(bool, 5), lambda: int.__new__(int, '5'), lambda: list.__new__(list, 'ab'),
               lambda: dict.__new__(dict, a=1), lambda: tuple.__new__(tuple, 'ab'), lambda: str.__new__(str, 5), lambda: float.__new__(float), lambda: object.__init__(5, 6), lambda: object.__init__(object(), 1), lambda: type.__call__(int, '7'), lambda: type(5, 6), lambda: NoInit(1), lambda: OnlyInit(1).a, lambda: OnlyInit(), lambda: OnlyNew(1),
               lambda: OnlyNew(), lambda: BadInit(), lambda: type(None)(), lambda: type(None)(1), lambda: type(...)(), lambda: type(NotImplemented)(), lambda: type(len)(), lambda: type(x for x in ())(), lambda: type(iter([]))(), lambda: type({}.keys())(), lambda: type(lambda: 0)(), lambda: type(type)):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class NoInit:
    pass


class OnlyInit:
    def __init__(self, a):
        self.a = a


class OnlyNew:
    def __new__(cls, a):
        return super().__new__(cls)


class BadInit:
    def __init__(self):
        return 5


class BothObject:
    def __new__(cls, a):
        return super().__new__(cls, a)

    def __init__(self, a):
        super().__init__(a)


class InitPasses:
    def __init__(self, a):
        super().__init__(a)


class NewPasses:
    def __new__(cls, a):
        return super().__new__(cls, a)


for action in (lambda: NoInit(1), lambda: NoInit(x=1), lambda: OnlyInit(1).a, lambda: OnlyInit(), lambda: OnlyInit(1, 2), lambda: OnlyNew(1) is not None, lambda: OnlyNew(), lambda: BadInit(), lambda: BothObject(1), lambda: InitPasses(1), lambda: NewPasses(1), lambda: NoInit().__init__(1), lambda: NoInit.__new__(NoInit, 1)):
    show(action)


class Number(int):
    def __new__(cls, value, label='none'):
        self = super().__new__(cls, value)
        self.label = label
        return self

    def __repr__(self):
        return 'Number(%d, %s)' % (self, self.label)


n = Number(5, label='five')
print(n, n + 1, type(n + 1).__name__, n == 5, hash(n) == hash(5), [0, 1, 2, 3, 4, 'five'][n], n.label, n.real, type(n.real).__name__, +n, type(-n).__name__, abs(n), int(n), f'{n:03}', '%d' % n, n.__class__.__name__)


class Text(str):
    def __getitem__(self, i):
        return 'item %r' % (i,)

    def upper(self):
        return 'own upper'


t = Text('abc')
print(t, t[0], t[1:], t.upper(), t.lower(), type(t.lower()).__name__, type(t + 'x').__name__, t == 'abc', {t: 1}['abc'], list(t), t * 2, 'x' + t, '-'.join([t, t]), len(t), 'b' in t, f'{t}', str(t) is t, type(str(t)).__name__, t.replace('a', 'b'))


class Items(list):
    def __len__(self):
        return 99

    def __iter__(self):
        return iter('own')


i = Items([1, 2, 3])
print(len(i), list(i), i[0], i, i + [4], sorted(i), [*i], bool(Items()), list.__len__(i), i == [1, 2, 3], i.copy(), type(i[:2]).__name__, sum([1 for _ in i]))


class Mapping(dict):
    def __getitem__(self, key):
        return 'own ' + key

    def get(self, key, default=None):
        return 'own get'


m = Mapping(a=1)
print(m['z'], m.get('a'), dict(m), {**m}, '%(a)s' % m, '{a}'.format_map(m), '{a}'.format(**m), m.pop('a'), m.setdefault('b', 2), m.items())
