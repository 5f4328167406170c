# super(): both forms, attributes, binding, class methods, wrong uses and messages.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class A:
    x = 'A.x'

    def f(self):
        return 'A.f'

    @classmethod
    def c(cls):
        return 'A.c ' + cls.__name__

    @staticmethod
    def s():
        return 'A.s'

    @property
    def p(self):
        return 'A.p'

    def __getitem__(self, key):
        return 'item %r' % (key,)

    def __len__(self):
        return 7


class B(A):
    x = 'B.x'

    def f(self):
        return 'B.f>' + super().f()

    @classmethod
    def c(cls):
        return 'B.c>' + super().c()

    @property
    def p(self):
        return 'B.p>' + super().p

    def nothing(self):
        return super().missing

    def item(self):
        return super()[1]

    def length(self):
        return len(super())

    def explicit(self):
        return super().__getitem__(1), super().__len__()

    def nested(self):
        def inner():
            return super(B, self).f()
        return inner()

    def rebound(self):
        self = 5
        return super().f()

    def deleted(self):
        del self
        return super().f()

    def generator(self):
        return [super(B, self).f() for _ in range(2)]

    def set(self):
        super().y = 1


class C(B):
    def f(self):
        return 'C.f>' + super().f()


c = C()
for name in 'f', 'c', 'nothing', 'item', 'length', 'explicit', 'nested', 'rebound', 'deleted', 'generator', 'set', 's':
    show(getattr(c, name))
show(lambda: (c.p, super(B, c).x, super(C, c).x, super(B, C).c(), super(B, C).f(c), super(B, c).s()))
s = super(B, c)
print(s.__thisclass__, s.__self_class__, s.__self__ is c, repr(s)[:40], type(s).__name__, repr(super(B))[:30], s.__class__)
u = super(B)
print(u.__self__, u.__self_class__, u.__thisclass__, repr(u.__get__(c, C).f()))
for action in (lambda: super(B, 5), lambda: super(5, 5), lambda: super(A, B).f, lambda: super(C, B()), lambda: super(C, B), lambda: super(), lambda: super(1, 2, 3), lambda: super(B, c, x=1), lambda: super(type=B), lambda: u.f, lambda: super(B, None),
               lambda: super(object, c).__init__, lambda: super(B, c).__class__, lambda: super(B, c).__dict__ is c.__dict__, lambda: super(B, c).zzz, lambda: super(B).zzz, lambda: s.__setattr__('y', 1)):
    try:
        value = action()
        print(value if not callable(value) else type(value).__name__)
    except Exception as error:
        print(type(error).__name__, error)


def free(self):
    return super().f()


show(lambda: free(c))
B.free = free
show(lambda: c.free())


class Outer:
    def no_arguments():
        return super()


show(lambda: Outer.no_arguments())


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.marked = True
        return made


class Made(metaclass=Meta):
    def __init__(self, value):
        super().__init__()
        self.value = value


print(Made(3).marked, Made(4).value)


class Diamond1(A):
    def f(self):
        return 'D1>' + super().f()


class Diamond2(A):
    def f(self):
        return 'D2>' + super().f()


class Bottom(Diamond1, Diamond2):
    def f(self):
        return 'Bottom>' + super().f()


print(Bottom().f(), [k.__name__ for k in Bottom.__mro__])
Bottom.__bases__ = (Diamond2, Diamond1)
print(Bottom().f())


class Faker:
    __class__ = property(lambda self: B)


show(lambda: super(A, Faker()).__thisclass__)
