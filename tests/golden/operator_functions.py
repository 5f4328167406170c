# operator: every function, and its errors.
import operator
from operator import *

pairs = [(7, 2), (-7, 2), (2.5, 0.5), (2**70, 3)]
for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'lt', 'le', 'eq', 'ne', 'ge', 'gt', 'is_not'):
    print(name, [getattr(operator, name)(a, b) for a, b in pairs])
for name in ('lshift', 'rshift', 'and_', 'or_', 'xor', 'pow'):
    print(name, [getattr(operator, name)(a, b) for a, b in ((6, 3), (-6, 2), (0, 1))])
for name in ('neg', 'pos', 'abs', 'inv', 'invert', 'not_', 'truth', 'index'):
    print(name, [getattr(operator, name)(a) for a in (5, -3, True, 0)])
for name in ('iadd', 'isub', 'imul', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'ilshift', 'irshift', 'iand', 'ior', 'ixor'):
    print(name, getattr(operator, name)(13, 2))
items = [1, 2, 3, 2]
print(concat(items, [4]), contains(items, 2), countOf(items, 2), indexOf(items, 3), getitem(items, -1), getitem(items, slice(1, 3)))
setitem(items, 0, 'first')
delitem(items, 1)
print(items, iadd(items, (9,)) is items, iconcat(items, 'xy') is items, items, imul(items, 2) is items, len(items))
print(length_hint([1, 2]), length_hint(iter('abc')), length_hint(5, 3), call(max, 3, 1), call(int, '11', base=2), is_(None, None))


class Matrix:
    def __matmul__(self, other):
        return 'matmul'

    def __imatmul__(self, other):
        return 'imatmul'

    def __index__(self):
        return 12

    def __length_hint__(self):
        return 4


m = Matrix()
print(matmul(m, m), imatmul(m, m), index(m), length_hint(m), m @ m)
for call_ in (lambda: add(1, 'a'), lambda: add(1), lambda: neg('a'), lambda: concat(1, 2), lambda: iconcat(1, [2]), lambda: concat([1], 2), lambda: contains(1, 1),
              lambda: countOf(1, 1), lambda: indexOf([1], 2), lambda: indexOf(1, 1), lambda: getitem(1, 1), lambda: delitem([], 0), lambda: setitem((1,), 0, 1),
              lambda: index(1.0), lambda: length_hint([], 'a'), lambda: lt(1, 'a'), lambda: truediv(1, 0), lambda: add(a=1, b=2), lambda: call(),
              lambda: pow(2, 'a'), lambda: inv(1.5), lambda: neg(), lambda: matmul(1, 2), lambda: iadd(1, 'a'), lambda: length_hint([], 1.5)):
    try:
        print(call_())
    except Exception as error:
        print(type(error).__name__, error)
print(operator.__add__ is add, operator.__not__ is not_, operator.__contains__ is contains, add.__name__, add.__module__, add, operator.__all__ == sorted(operator.__all__))
