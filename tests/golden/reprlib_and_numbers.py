# reprlib and numbers.
import numbers
import reprlib
from collections import deque
from reprlib import Repr, recursive_repr

r = reprlib.repr
print(r("a" * 100), r("short"), r(10 ** 60), r(list(range(20))), r(tuple(range(9))), r((1,)), r({3, 1, 2}), r(set()))
print(r(frozenset(range(10))), r(frozenset()), r(dict.fromkeys(range(9))), r({}), r(deque(range(9))), r([[[[[[[[1]]]]]]]]))
print(r({"b": 1, "a": 2}), r(b"x" * 50), r(1.5), r(None), r("it's \"quoted\"" * 5), r([1, [2, [3, (4, {5: 6})]]]))


class Long:
    def __repr__(self):
        return "<" + "x" * 50 + ">"


class Broken:
    def __repr__(self):
        raise ValueError


print(r(Long()), r(Broken()).startswith("<Broken instance at 0x"), r([Long()]))
small = Repr(maxlist=2, maxstring=10, maxdict=1, fillvalue="###", maxlevel=2)
print(small.repr([1, 2, 3]), small.repr("abcdefghijklmnop"), small.repr({1: 2, 3: 4}), small.repr([[[1]]]))
indented = Repr(indent=2)
print(indented.repr([1, [2, 3], {"k": (4,)}]))
print(Repr(indent="->").repr([1, [2]]), Repr(indent=1).repr([]))
for wrong in (-1, 1.5):
    try:
        Repr(indent=wrong).repr([1])
    except (ValueError, TypeError) as error:
        print(error)


class Mine(Repr):
    def repr_Long(self, x, level):
        return f"long at {level}"


print(Mine().repr([Long()]))


class Recursive:
    def __init__(self):
        self.items = []

    @recursive_repr()
    def __repr__(self):
        "doc"
        return f"R({self.items})"

    @recursive_repr("again")
    def show(self):
        return [self.show()]


x = Recursive()
x.items.append(x)
print(x, Recursive.__repr__.__doc__, Recursive.__repr__.__name__, x.show())

for value in (1, True, 1.5, 1j, "1", None):
    print(value, [c.__name__ for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
                  if isinstance(value, c)])
print(issubclass(int, numbers.Rational), issubclass(numbers.Integral, numbers.Real), numbers.__all__)
try:
    numbers.Integral()
except TypeError as error:
    print(str(error)[:60])


class MyReal(numbers.Real):
    def __init__(self, v):
        self.v = v

    def __float__(self):
        return self.v

    def __pos__(self):
        return self

    def __neg__(self):
        return MyReal(-self.v)

    def __add__(self, other):
        return MyReal(self.v + float(other))

    def __floordiv__(self, other):
        return "floor"

    def __mod__(self, other):
        return "mod"

    def __eq__(self, other):
        return self.v == other

    __radd__ = __add__
    __abs__ = __ceil__ = __floor__ = __le__ = __lt__ = __mul__ = __pow__ = __rfloordiv__ = __rmod__ = __rmul__ = None
    __round__ = __rpow__ = __rtruediv__ = __truediv__ = __trunc__ = None


m = MyReal(2.5)
print(complex(m), m.real is m, m.imag, m.conjugate() is m, divmod(m, 2), (m - 1).v, (1 - m).v, bool(m), bool(MyReal(0)))
