# Built-in constructors take no keywords; a subclass with its own __init__ or __new__ may.


def show(action):
    try:
        print(repr(action()))
    except TypeError as error:
        print('TypeError:', error)


for base, arg, name in ((list, (1, 2), 'iterable'), (tuple, (1, 2), 'iterable'), (float, 2.5, 'x'),
                        (set, (1,), 'iterable'), (frozenset, (1,), 'iterable'), (reversed, 'ab', 'sequence')):
    print(base.__name__)

    class Bare(base):
        pass

    class WithInit(base):
        def __init__(self, arg, extra=None):
            if base in (list, set):
                super().__init__(arg)
            self.extra = extra

    class WithNew(base):
        def __new__(cls, arg, extra=None):
            self = super().__new__(cls, arg)
            self.extra = extra
            return self

    show(lambda: base(**{name: arg}))
    show(lambda: Bare(**{name: arg}))
    show(lambda: (WithInit(arg, extra=3).extra, type(WithInit(arg)).__name__))
    show(lambda: (WithNew(arg, extra=3).extra, type(WithNew(arg)).__name__))

for base, args in (map, (str, 'ab')), (filter, (None, 'ab')):
    class WithInit(base):
        def __init__(self, *args, extra=None):
            self.extra = extra

    show(lambda: base(*args, extra=1))
    show(lambda: (WithInit(*args, extra=3).extra, list(WithInit(*args))))
show(lambda: bool(x=1))
show(lambda: range(stop=1))
show(lambda: slice(stop=1))
