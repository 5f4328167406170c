# Methods and operators of set and frozenset with every kind of argument, and their errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def tidy(value):
    if isinstance(value, (set, frozenset)):
        return '%s%s' % (type(value).__name__, sorted(value, key=str))
    return repr(value)


for kind in set, frozenset:
    for name in ('union', 'intersection', 'difference', 'symmetric_difference', 'issubset', 'issuperset', 'isdisjoint', 'update', 'intersection_update', 'difference_update', 'symmetric_difference_update', '__or__', '__and__', '__sub__', '__xor__',
                 '__ror__', '__rsub__', '__ior__', '__iand__', '__isub__', '__ixor__', '__eq__', '__ne__', '__le__', '__lt__', '__ge__', '__gt__', '__contains__', 'add', 'remove', 'discard'):
        for argument in {2, 9}, frozenset({2}), [2, 3, 9], 'ab', {1: 0}, 5, [[]], 2, (), {1, 2, 3}, None:
            s = kind([1, 2, 3])
            try:
                result = tidy(getattr(s, name)(argument))
            except Exception as error:
                result = '%s: %s' % (type(error).__name__, error)
            print(name, tidy(argument), result, tidy(s) if kind is set else '')
s = {1, 2}
for action in (lambda: s.pop('x'), lambda: set().pop(), lambda: s.add(), lambda: s.add(1, 2), lambda: s.remove([]), lambda: s.remove({1}), lambda: s.discard({1}), lambda: {1} in s, lambda: {1} in {frozenset({1})}, lambda: s.union([3], (4,), {5: 6}), lambda: s.intersection([1], [1, 2]),
               lambda: s.difference([1], [2]), lambda: s.symmetric_difference([1], [2]), lambda: s.update([3], [4]), lambda: s, lambda: s | [1], lambda: [1] | s, lambda: s - 5, lambda: s < [1], lambda: s == [1, 2], lambda: s + s, lambda: s[0], lambda: hash(s), lambda: hash(frozenset(s)) == hash(frozenset(s)),
               lambda: set(5), lambda: set(1, 2), lambda: set([[]]), lambda: frozenset([{}]), lambda: {frozenset({1}): 'x'}[frozenset([1])], lambda: type(s | frozenset()).__name__, lambda: type(frozenset() | s).__name__, lambda: s.copy() is s, lambda: s.clear(), lambda: s, lambda: len({1, True, 1.0}),
               lambda: {1} <= {1, 2} < {1, 2, 3}, lambda: {1} < {1}, lambda: {1, 2} > {3}, lambda: set('ab') == frozenset('ab'), lambda: frozenset().add, lambda: set.union(5, {1}), lambda: set.union(), lambda: set.__class_getitem__(int), lambda: bool(set()), lambda: repr(set()) + repr(frozenset()) + repr({1}) + repr(frozenset({1})),
               lambda: not {1} - {1}, lambda: sorted({3, 1, 2}), lambda: max({1, 5}), lambda: set().isdisjoint([]), lambda: {1}.isdisjoint(5), lambda: s.__reduce__()[0] is set, lambda: set().union(*[[1], [2]])):
    show(action)


class Sub(set):
    pass


a = Sub([1])
print(type(a | {2}).__name__, type(a.copy()).__name__, type(a.union([2])).__name__, type(a - {1}).__name__, a, Sub.__repr__(a), type(a.__ior__({5})).__name__)
for changes in lambda s: s.add(9), lambda s: s.discard(1), lambda s: s.clear():
    s = {1, 2, 3}
    try:
        for item in s:
            changes(s)
        print('fine')
    except RuntimeError as error:
        print(error)
