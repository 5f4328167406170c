# Rich comparison: reflection, subclasses first, NotImplemented, results that are no bools, chained comparison, default order.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


log = []


def make(name, result=NotImplemented, base=object):
    def method(op):
        def compare(self, other):
            log.append('%s.%s' % (name, op))
            return result
        return compare
    return type(name, (base,), {op: method(op) for op in ('__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__')} | {'__hash__': None})


A, B = make('A'), make('B', 'b')
C = make('C', 'c', A)
D = type('D', (A,), {})
import operator
for left, right in (A(), B()), (B(), A()), (A(), C()), (C(), A()), (A(), A()), (A(), 5), (5, A()), (5, B()), (A(), D()), (D(), A()), ('x', B()):
    for op in '<', '<=', '==', '!=', '>', '>=':
        log.clear()
        try:
            result = eval('left %s right' % op)
        except TypeError as error:
            result = error
        print(type(left).__name__, op, type(right).__name__, result, log)


class Only:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


a, b = Only(1), Only(2)
show(lambda: (a < b, a > b, b > a))
show(lambda: a <= b)
show(lambda: (a == b, a != b, a == a, a != a))
show(lambda: [x.n for x in sorted([b, a])])
show(lambda: max(a, b).n)


class Equal:
    def __eq__(self, other):
        return 'truthy'


e = Equal()
show(lambda: (e == 1, e != 1, 1 == e, 1 != e, e in [1], [e] == [1]))
show(lambda: hash(e))
show(lambda: {e})


class Falsy:
    def __eq__(self, other):
        return []

    def __bool__(self):
        return False


show(lambda: (Falsy() == 1, Falsy() != 1, not Falsy()))


class BadBool:
    def __eq__(self, other):
        return self

    def __lt__(self, other):
        return self

    def __bool__(self):
        raise ValueError('no truth')


bad = BadBool()
show(lambda: (bad == 1) is bad)
show(lambda: bad != 1)
show(lambda: bad in [1])
show(lambda: 1 < 2 < bad)
show(lambda: bad < bad < bad)
show(lambda: sorted([bad, bad]))
show(lambda: [bad] < [BadBool()])
show(lambda: 1 < 3 > 2 == 2 != 5 in [5] is not None)
calls = []


def note(value):
    calls.append(value)
    return value


show(lambda: (note(1) < note(2) < note(0) < note(9), calls))
for left, right in ((), []), ({}, set()), (1, '1'), (None, 0), (1j, 1), (int, str), (len, 5), ([1], [1, 2]), (b'', ''), (range(1), [0]), (..., None):
    for op in '==', '!=', '<', '>=':
        try:
            print(repr(left), op, repr(right), eval('left %s right' % op))
        except TypeError as error:
            print(error)
show(lambda: object().__eq__(5))
show(lambda: object().__lt__(5))
show(lambda: object.__ne__(e, 1))
show(lambda: (5).__eq__('x'))
show(lambda: int.__lt__(5))
show(lambda: type.__eq__(int, int))
