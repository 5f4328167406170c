# weakref.ref: sharing, callbacks, equality, hash; __del__: order, resurrection, errors; getrefcount-free.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


import gc
import weakref


class A:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, A) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


a = A('a')
r1, r2 = weakref.ref(a), weakref.ref(a)
r3 = weakref.ref(a, lambda ref: print('callback 3', ref() is None))
r4 = weakref.ref(a, lambda ref: print('callback 4'))
print(r1 is r2, r1 is r3, r1 == r3, hash(r1) == hash(a), r1() is a, weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), r1.__callback__, callable(r3.__callback__))
same = A('a')
r5 = weakref.ref(same)
print(r1 == r5, r1 != r5, {r1: 1}[r5])
late = weakref.ref(a)
unhashed = weakref.ref(a, print) if False else None
del a
print(r1(), r3(), r1 == r5, r1 == r2, r1 == r3, hash(r1) == hash('a'), r3.__callback__)
show(lambda: hash(weakref.ref(A('temporary'))))
for value in 5, 'x', None, (1,), [], {}, object(), 1.5, b'':
    show(lambda: weakref.ref(value))
for value in A, len, lambda: 0, set(), frozenset(), (x for x in ()), type, gc, ValueError('x') if False else A('z'), [].append if False else A.__init__:
    print(type(weakref.ref(value)).__name__, end=' ')
print()
show(lambda: weakref.ref())
show(lambda: weakref.ref(A('b'), None, 5))
show(lambda: weakref.ref(A('b'), callback=None))
show(lambda: r1(5))
show(lambda: r1.foo)
show(lambda: r1 < r5)
show(lambda: setattr(r1, '__callback__', 5))
show(lambda: setattr(r1, 'x', 5))


class Ref(weakref.ref):
    def __init__(self, target, tag=None):
        super().__init__(target)
        self.tag = tag

    def __call__(self):
        return 'called', super().__call__() is not None

    def __new__(cls, target, tag=None):
        return super().__new__(cls, target)


s = Ref(same, tag='t')
print(s(), s.tag, s == r5, type(s).__name__, s is not Ref(same))


class Loud:
    def __init__(self, name, *held):
        self.name, self.held = name, held

    def __del__(self):
        print('del', self.name)


x = Loud('outer', Loud('first'), Loud('second'))
del x
chain = None
for i in range(3):
    chain = Loud(i, chain)
del chain
saved = []


class Resurrects:
    def __del__(self):
        print('resurrecting')
        saved.append(self)


z = Resurrects()
ref = weakref.ref(z)
del z
print(len(saved), ref() is None)
saved.clear()
print('gone quietly')
one, two = Loud('one'), Loud('two')
one.other, two.other = two, one
watch = weakref.ref(one, lambda ref: print('watch'))
del one, two
print('collected', gc.collect() > 0, watch())


def function():
    kept = Loud('local')
    try:
        return 'returned'
    finally:
        print('finally')


print(function())


def generator():
    kept = Loud('in generator')
    try:
        yield 1
    finally:
        print('generator closes')


g = generator()
next(g)
del g
items = [Loud('item %d' % i) for i in range(3)]
items[1] = None
del items[0]
items.clear()
d = {1: Loud('value'), Loud('key'): 2}
d.pop(1)
d.clear()
Loud('never kept')
e = Loud('rebound')
e = None
print('end')
