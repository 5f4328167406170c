# Dicts and OrderedDicts used as queues: entries leave at the front, go to the front, and come back.
from collections import Counter, OrderedDict, defaultdict

d = {}
for i in range(2000):
    d[i] = i
    if len(d) > 5:
        del d[next(iter(d))]
print(d, next(iter(d)), list(reversed(d)))
while len(d) > 1:
    del d[next(iter(d))]
print(d, d.popitem(), d)
d['again'] = 1
print(d, next(iter(d)))
for i in range(8):
    d[i] = i
for i in range(0, 8, 2):
    del d[i]
del d['again']
print(d, list(d.items()), d.popitem(), next(iter(d.values())))
d.clear()
d.update(zip('abc', range(3)))
print(d, next(iter(d)))
q = OrderedDict()
for i in range(300):
    q[i] = str(i)
    if i % 3:
        q.popitem(last=False)
    if i % 7 == 0:
        q.move_to_end(next(reversed(q)), last=False)
print(len(q), list(q)[:6], list(q)[-3:], all(q[k] == str(k) for k in q), sorted(q) == sorted(set(q)))
for k in list(q)[:90]:
    del q[k]
for k in range(1000, 1040):
    q[k] = k
    q.move_to_end(k, last=False)
print(list(q)[:5], len(q), 1039 in q, q.popitem(last=False), q.popitem(), next(iter(q)))
last = None
while q:
    last = q.popitem(last=len(q) % 2 == 0)
print(last, q, len(q), list(q))
q['x'] = 1
q.move_to_end('x', last=False)
q['y'] = 2
q.move_to_end('y', last=False)
print(q, q == OrderedDict(y=2, x=1), dict(q), q | {'z': 3})
one = OrderedDict.fromkeys('ab')
for _ in range(50):
    one.move_to_end('a', last=False)
    one.move_to_end('b', last=False)
print(one, one.copy(), OrderedDict(one))
c = Counter()
for word in ['a', 'b', 'a']:
    c[word] += 1
    if c['b']:
        del c['b']
print(c, next(iter(c)))
dd = defaultdict(list)
for i in range(20):
    dd[i % 4].append(i)
    if i % 5 == 4:
        dd.pop(next(iter(dd)))
print(dict(dd), dd.popitem())
