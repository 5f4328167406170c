# Special methods are looked up in the type: instance attributes, __getattr__, descriptors and deletion do not fool operators.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Empty:
    pass


e = Empty()
e.__len__ = lambda: 5
e.__add__ = lambda other: 'added'
e.__call__ = lambda: 'called'
e.__str__ = lambda: 'text'
e.__iter__ = lambda: iter('ab')
e.__getitem__ = lambda i: i
e.__bool__ = lambda: False
e.__enter__ = lambda: None
e.__hash__ = lambda: 5
for action in (lambda: len(e), lambda: e + 1, lambda: e(), lambda: str(e) == 'text', lambda: list(e), lambda: e[0], lambda: bool(e), lambda: hash(e) == 5, lambda: (e.__len__(), e.__call__())):
    show(action)
try:
    with e:
        pass
except TypeError as error:
    print(error)


class Everything:
    def __getattr__(self, name):
        return lambda *args: name


v = Everything()
show(lambda: v.anything())
show(lambda: len(v))
show(lambda: v + 1)
show(lambda: v[0])
show(lambda: v.__len__())


class Log:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        print('get', self.name, instance is not None, owner.__name__)
        return lambda *args: args or self.name


class Described:
    __len__ = Log('len')
    __getitem__ = Log('getitem')
    __call__ = Log('call')
    __add__ = Log('add')
    __str__ = Log('str')


d = Described()
show(lambda: d[3])
show(lambda: d())
show(lambda: d + 2)
show(lambda: len(d))
show(lambda: str(d))


class Static:
    __len__ = staticmethod(lambda: 9)
    __getitem__ = classmethod(lambda cls, i: (cls.__name__, i))
    __call__ = len
    __add__ = 5
    __neg__ = property(lambda self: lambda: 'negative')


s = Static()
show(lambda: len(s))
show(lambda: s[1])
show(lambda: s([1, 2]))
show(lambda: s + 1)
show(lambda: -s)


class Gone:
    def __len__(self):
        return 1

    def __add__(self, other):
        return 'first'


g = Gone()
print(len(g), g + 1)
del Gone.__len__
Gone.__add__ = lambda self, other: 'second'
print(g + 1)
show(lambda: len(g))
Gone.__len__ = lambda self: 8
print(len(g))
Gone.__radd__ = lambda self, other: 'right'
print(1 + g)
del Gone.__add__
show(lambda: g + 1)
print([] + [1] if True else 0)


class Loops:
    pass


Loops.__call__ = Loops()
show(lambda: Loops()())


class Attribute:
    def __getattribute__(self, name):
        if name == 'fine':
            return 'via getattribute'
        raise AttributeError('none ' + name)

    def __getattr__(self, name):
        return 'via getattr ' + name


a = Attribute()
print(a.fine, a.other, hasattr(a, 'x'), getattr(a, '__dict__'))
show(lambda: object.__getattribute__(a, 'missing'))


class SetDel:
    def __setattr__(self, name, value):
        print('set', name, value)
        if name == 'keep':
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)


t = SetDel()
t.x = 1
t.keep = 2
print(vars(t))
del t.keep
try:
    del t.x
except AttributeError as error:
    print(error)
show(lambda: setattr(t, 5, 1))
show(lambda: getattr(t, 5))
show(lambda: hasattr(t, 5))
show(lambda: delattr(t, 'zz'))
show(lambda: getattr(t))
show(lambda: getattr(t, 'x', 1, 2))
