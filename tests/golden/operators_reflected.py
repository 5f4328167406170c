# Binary operators: reflection, subclass priority, NotImplemented, in-place forms and fall-back, for every operator.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


OPERATORS = {'add': '+', 'sub': '-', 'mul': '*', 'matmul': '@', 'truediv': '/', 'floordiv': '//', 'mod': '%', 'pow': '**', 'lshift': '<<', 'rshift': '>>', 'and': '&', 'xor': '^', 'or': '|'}
log = []


def methods(name, answers):
    made = {}
    for op in OPERATORS:
        for kind in answers:
            full = '__%s%s__' % (kind, op)

            def method(self, other, full=full, answer=answers[kind]):
                log.append(name + full)
                return answer
            made[full] = method
    return made


N = NotImplemented
Left = type('Left', (), methods('L', {'': 'left', 'i': N}))
Right = type('Right', (), methods('R', {'r': 'right'}))
Declines = type('Declines', (), methods('D', {'': N, 'r': N, 'i': N}))
Sub = type('Sub', (Left,), methods('S', {'r': 'sub'}))
SubSame = type('SubSame', (Left,), {})
InPlace = type('InPlace', (), methods('I', {'i': 'in place', '': 'plain'}))
for name, symbol in list(OPERATORS.items())[::4]:
    for a, b in (Left(), Right()), (Left(), Sub()), (Left(), SubSame()), (5, Right()), (Declines(), Right()), (Declines(), Declines()), (Left(), 5), (Declines(), 5), (InPlace(), 1), ('x', Declines()), ([], Right()):
        for text in 'a %s b' % symbol, 'a %s= b' % symbol:
            log.clear()
            scope = {'a': a, 'b': b}
            try:
                exec('a = ' + text if '=' not in text else text, scope)
                result = scope['a'] if isinstance(scope['a'], str) else 'object'
            except TypeError as error:
                result = str(error)
            print(text, type(a).__name__, type(b).__name__, result, log)


class Divmod:
    def __divmod__(self, other):
        return 'divmod'

    def __rdivmod__(self, other):
        return 'rdivmod'


show(lambda: (divmod(Divmod(), 1), divmod(1, Divmod())))
show(lambda: divmod(object(), 1))


class Pow:
    def __pow__(self, other, modulus='none'):
        return 'pow', other, modulus

    def __rpow__(self, other, modulus='none'):
        return 'rpow', other, modulus

    def __ipow__(self, other):
        return 'ipow', other


show(lambda: (Pow() ** 2, pow(Pow(), 2), pow(Pow(), 2, 3), 2 ** Pow()))
show(lambda: pow(2, Pow(), 3))
show(lambda: pow(2, 3, Pow()))
p = Pow()
p **= 4
print(p)


class Unary:
    def __neg__(self):
        return 'neg'

    def __pos__(self):
        return 'pos'

    def __invert__(self):
        return 'inv'

    def __abs__(self):
        return 'abs'


show(lambda: (-Unary(), +Unary(), ~Unary(), abs(Unary())))
for action in (lambda: -object(), lambda: +'a', lambda: ~[], lambda: abs('x'), lambda: object() + object(), lambda: 1 + None, lambda: None + 1, lambda: 'a' + 1, lambda: 1 + 'a', lambda: [] + (), lambda: () + [], lambda: 'a' * 'b', lambda: [] * [], lambda: {} | [], lambda: {1} | [1], lambda: b'' + '', lambda: print >> 5,
               lambda: print << 5, lambda: 5 @ 5, lambda: int + int, lambda: 1.5 << 1, lambda: 'a' - 'b', lambda: 'a' / 2, lambda: [1] - [1], lambda: {} + {}, lambda: 3 % 'x', lambda: len + 1, lambda: ... + 1):
    show(action)
