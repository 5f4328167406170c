# str.format: fields, attributes, items, conversions, nested fields, automatic numbering, errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class A:
    x = 5
    items = [1, {'k': 'v'}]

    def __format__(self, spec):
        return '<%s>' % spec

    def __str__(self):
        return 'str'

    def __repr__(self):
        return 'repr'


a = A()
for template, args, kwargs in (
        ('{} {} {}', (1, 2, 3), {}), ('{0} {1} {0}', (1, 2), {}), ('{a} {b}', (), {'a': 1, 'b': 2}), ('{0.x} {0.items[0]} {0.items[1][k]}', (a,), {}), ('{a.x}', (), {'a': a}), ('{0[0]}', ([7],), {}),
        ('{0[k]}', ({'k': 1},), {}), ('{0[-1]}', ({'-1': 'text key'},), {}), ('{!s} {!r} {!a}', (a, a, 'é'), {}), ('{:>10} {:abc}', ('x', a), {}), ('{0:{1}} {2:{w}.{p}}', (5, '>4', 3.14159), {'w': 8, 'p': 2}),
        ('{{}} {{{0}}}', (1,), {}), ('{:{}}', (5, '03'), {}), ('{!r:>8}', ('x',), {}), ('{0!s:^{1}}', ('x', 5), {}), ('{} {1}', (1, 2), {}), ('{1} {}', (1, 2), {}), ('{', (), {}), ('}', (), {}), ('{0', (1,), {}),
        ('{0!}', (1,), {}), ('{0!x}', (1,), {}), ('{0!rs}', (1,), {}), ('{0.}', (a,), {}), ('{0[}', (a,), {}), ('{0[]}', (a,), {}), ('{0.y}', (a,), {}), ('{0[5]}', ([1],), {}), ('{0[x]}', ([1],), {}), ('{0[k]}', ({},), {}),
        ('{2}', (1,), {}), ('{a}', (), {}), ('{}', (), {}), ('{:{:{}}}', (1, 2, 3), {}), ('{:d}', ('x',), {}), ('{:s}', (5,), {}), ('{0[a]b}', ({'a': 1},), {}), ('{ 0}', (1,), {}), ('{0 }', (1,), {}),
        ('{a b}', (), {'a b': 1}), ('{0:}}', (1,), {}), ('{0:{}', (1,), {}), ('{!}', (1,), {}), ('{:!}', (1,), {}), ('{99999999999999999999}', (1,), {}), ('{0.__class__.__name__}', (5,), {}), ('é{}€', ('😀',), {}),
        ('{-1}', (1,), {}), ('{0[0][1]}', ([[1, 2]],), {}), ('{0.items[1][k]!r:>5}', (a,), {}), ('{:%Y}', (a,), {}), ('{:10}|{:<10}|{:^10}', (True, None, [1]), {}), ('', (1,), {}), ('x', (), {}), ('{}{}', ('', ''), {})):
    show(lambda: template.format(*args, **kwargs))


class Default(dict):
    def __missing__(self, key):
        return key.upper()


show(lambda: '{a} {b}'.format_map(Default(a=1)))
show(lambda: '{a[x]}'.format_map({'a': {'x': 2}}))
show(lambda: '{}'.format_map({'': 'empty'}))
show(lambda: '{0}'.format_map({0: 1}))
show(lambda: '{a}'.format_map(5))
show(lambda: '{a}'.format_map())
show(lambda: format(a, 'spec') + format(a) + f'{a}' + f'{a!s:>5}' + f'{a:x{1}y}')
show(lambda: format(object(), 'x'))
show(lambda: format(None, '>5'))
show(lambda: format([], '') + format((1,), ''))
show(lambda: format('x', 5))


class BadFormat:
    def __format__(self, spec):
        return 5


show(lambda: format(BadFormat()))
show(lambda: '{}'.format(BadFormat()))
show(lambda: f'{BadFormat()}')
