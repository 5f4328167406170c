# Counter: counting, reading, updating, subtracting, text.
from collections import Counter

c = Counter('abracadabra')
print(c, c['a'], c['missing'], 'missing' in c, len(c), c.total(), sum(c.values()))
print(Counter(), Counter(a=4, b=2), Counter({'x': 3}), Counter(['x', 'y'], x=5), Counter(range(3)), Counter(None))
print(c.most_common(2), c.most_common(), c.most_common(0), c.most_common(100) == c.most_common(None), Counter('ab').most_common(1))
print(sorted(c.elements()), list(Counter(a=2, b=0, c=-3, d=1).elements()))
c.update('xyz')
c.update({'a': 10})
c.update(Counter(b=1), z=5)
c.update()
print(c)
c.subtract('aaa')
c.subtract({'b': 10}, c=1)
c.subtract(Counter(d=1))
print(c, dict(c))
del c['a'], c['never there']
print('a' in c, c.pop('x'), c.get('q'), c.get('q', 5))
c['new'] += 1
c['z'] = 'text'
print(c)
print(Counter(a=1) == {'a': 1}, Counter(a=1) == Counter(a=1, b=0), Counter('ab') != Counter('ba'), Counter() == {})
words = 'the cat and the dog and the bird'.split()
print(Counter(words), Counter(map(len, words)), Counter(w[0] for w in words).most_common(2))
print(Counter([1, 1.0, True, '1']), Counter({'a': 2.5, 'b': 1}), Counter(x=[1]))
for call in (lambda: Counter.fromkeys('abc'), lambda: Counter.fromkeys('ab', 2), lambda: Counter(1), lambda: Counter([[]]),
             lambda: Counter('a', 'b'), lambda: Counter(5, a=1), lambda: hash(Counter()), lambda: c.update(1, 2)):
    try:
        print(call())
    except (TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
d = c.copy()
d['new'] = 100
print(c['new'], type(d).__name__, issubclass(Counter, dict), repr(Counter('a')), Counter.__module__)
print(Counter(a=1, b=2).__reduce__()[1], [k for k in Counter('hello')], Counter(iterable=3))
