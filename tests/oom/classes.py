class Base:
    kind = "base"

    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"{type(self).__name__}({self.x})"

    def __add__(self, other):
        return type(self)(self.x + other.x)


class Derived(Base):
    __slots__ = ("y",)

    def __init__(self, x, y):
        super().__init__(x)
        self.y = y

    @property
    def total(self):
        return self.x + self.y

    @staticmethod
    def s():
        return "static"

    @classmethod
    def c(cls):
        return cls.__name__


d = Derived(1, 2)
print(Base(1) + Base(2), d.total, d.s(), d.c(), d.kind, isinstance(d, Base), Derived.__mro__)
d.extra = 1
print(d.__dict__, vars(d), sorted(dir(d))[-1])
