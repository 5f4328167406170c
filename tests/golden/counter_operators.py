# Counter: + - | & and their in-place forms, unary, comparisons, order of results.
from collections import Counter

a, b = Counter(a=3, b=1, n=-2, z=0), Counter(b=2, a=1, c=4, n=-1, q=-5)
print(a + b, a - b, a | b, a & b)
print(b + a, b - a, b | a, b & a)
print(list(a + b), list(a - b), list(b | a), list(a & b))
print(+a, -a, +b, -b, +Counter(), -Counter())
for name in ('__iadd__', '__isub__', '__ior__', '__iand__'):
    c = a.copy()
    same = getattr(c, name)(b)
    print(name, c, same is c)
c = Counter('aab')
c += Counter('bc')
c -= Counter('a')
c |= Counter('zz')
c &= Counter('abz')
print(c)
small, big = Counter('ab'), Counter('aabbc')
print(small <= big, small < big, big >= small, big > small, small >= big, small == small, small < small, small <= small)
print(Counter(a=0) == Counter(), Counter(a=-1) < Counter(), Counter(a=1) <= Counter(b=1), Counter(a=1) != Counter(a=2))
for op in ('+', '-', '|', '&', '<', '<=', '>', '>='):
    try:
        print(eval(f'Counter("a") {op} {{"a": 1}}'))
    except TypeError as error:
        print(error)
print(Counter('a') == 5, Counter('a') != 5)


class Sub(Counter):
    pass


s = Sub('aab')
print(s, type(s + s).__name__, type(s.copy()).__name__, s + Counter('c'), type(+s).__name__)
print(sum((Counter(w) for w in ('ab', 'bc')), Counter()), Counter(a=1.5) + Counter(a=2))


class Mapping:
    def __init__(self):
        self.data = {}

    def get(self, key, default):
        return self.data.get(key, default)

    def __setitem__(self, key, value):
        self.data[key] = value


from collections import _count_elements
m = Mapping()
_count_elements(m, 'hello')
print(m.data)


class Shout(Counter):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


Shout('aab')
