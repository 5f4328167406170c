# bisect: places, bounds, keys, insertion, errors.
from bisect import *
import bisect as module

data = [1, 2, 2, 2, 3, 5]
for x in (0, 1, 2, 2.5, 3, 4, 5, 6):
    print(x, bisect_left(data, x), bisect_right(data, x), bisect(data, x), bisect_left(data, x, 2), bisect_right(data, x, 1, 4), bisect_left(data, x, hi=3))
print(bisect_left([], 1), bisect_right('abd', 'c'), bisect_left(('a', 'b'), 'b'), bisect(range(0, 100, 10), 35), bisect_left(range(2**40), 2**35))
people = [('ann', 30), ('bob', 20), ('cid', 10)]
print(bisect_left(people, -20, key=lambda p: -p[1]), bisect_right(people, -20, key=lambda p: -p[1]), bisect([3, 2, 1], -2, key=lambda v: -v))
for insort_ in (insort_left, insort_right, insort):
    target = [1, 2, 2, 3]
    insort_(target, 2.0)
    insort_(target, 0)
    insort_(target, 9)
    insort_(target, 2.5, 3, 5)
    print(insort_.__name__, target)
target = ['aaaa', 'bb', 'c']
insort(target, 'ddd', key=lambda s: -len(s))
insort_left(target, 'e', key=lambda s: -len(s))
print(target)


class Seq:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        print('get', i)
        return self.items[i]

    def insert(self, i, item):
        print('insert', i, item)
        self.items.insert(i, item)


s = Seq([10, 20, 30, 40])
print(bisect_left(s, 25))
insort(s, 35)
print(s.items)
for call in (lambda: bisect_left(), lambda: bisect_left([1]), lambda: bisect_left([1], 1, -1), lambda: insort([1], 1, -5), lambda: bisect_left(1, 1), lambda: bisect_left([1], 'a'),
             lambda: bisect_left([1], 1, 0, 5), lambda: bisect_left([1, 2], 5, 0, 9), lambda: insort((1, 2), 3), lambda: bisect([1], 1, 'a'), lambda: bisect([1, 2], 1, 0, 2, None),
             lambda: bisect([1], 1, key=5), lambda: bisect([1], 1, other=1), lambda: bisect([1, 2, 3], 2, 0, None), lambda: insort([1], x=2, lo=0, hi=1), lambda: bisect({1: 2}, 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def grade(score, breakpoints=(60, 70, 80, 90), grades='FDCBA'):
    return grades[bisect(breakpoints, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)], module.bisect is module.bisect_right, module.insort is insort_right)
