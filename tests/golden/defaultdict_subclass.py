# Subclasses of defaultdict, __missing__ of dicts, and mutual holding.
from collections import OrderedDict, defaultdict


class Counting(defaultdict):
    made = 0

    def __missing__(self, key):
        self.made += 1
        return super().__missing__(key)


c = Counting(lambda: 'new', {'a': 1})
print(c['a'], c['b'], c['b'], c.made, type(c.copy()).__name__, len(c))


class Mirror(defaultdict):
    def __missing__(self, key):
        return f'<{key}>'


m = Mirror()
print(m['x'], m, len(m), m.get('x'))


class Setting(defaultdict):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


s = Setting(int)
print(s['k'], s)
s['k'] += 1
print(s)


class Default(dict):
    def __missing__(self, key):
        self[key] = value = len(self)
        return value


d = Default()
print(d['a'], d['b'], d['a'], d, '%(z)s' % d)


class Ordered(OrderedDict):
    def __missing__(self, key):
        return key * 2


o = Ordered(a=1)
print(o['a'], o['bc'], o, o.get('q'), o.pop('a'), o)
try:
    dict.__missing__
except AttributeError as error:
    print(error)


class Rec(defaultdict):
    def __init__(self):
        super().__init__(self.build)

    def build(self):
        return 1


print(Rec()['x'])
tree = lambda: defaultdict(tree)
t = tree()
t['a']['b']['c'] = 1
print(list(t), list(t['a']), t['a']['b']['c'])
print([k for k in defaultdict(int, b=1, a=2)], {**defaultdict(int, x=1)})


def f(**kw):
    return kw


print(f(**defaultdict(int, p=1)))
x = defaultdict(list)
x['self'].append(x)
print(len(repr(x)) > 10, x)
