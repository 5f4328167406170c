# deque with a maximum length: what falls out, where.
from collections import deque

d = deque(maxlen=3)
print(d, d.maxlen)
for i in range(5):
    d.append(i)
print(d)
d.appendleft('l')
print(d)
d.extend('abcd')
print(d)
d.extendleft('wxyz')
print(d, len(d))
none = deque([1, 2, 3], 0)
none.append(1)
none.appendleft(2)
none.extend(range(10))
print(none, len(none))
try:
    d.insert(1, 'no')
except IndexError as error:
    print(error)
d.pop()
d.insert(1, 'yes')
print(d)
for change in (lambda: setattr(d, 'maxlen', 5), lambda: delattr(d, 'maxlen')):
    try:
        change()
    except AttributeError as error:
        print(error)
print(d * 2, 3 * d, d + deque('end'), (d + deque('12345')).maxlen, d.copy().maxlen, deque(d).maxlen)
d *= 3
print(d)
d *= 0
print(d)
d += 'pqrstu'
print(d)


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dropped', self.name)


d = deque(map(Item, 'abc'), 2)
print('three made')
d.append(Item('d'))
d.appendleft(Item('e'))
print([i.name for i in d])
d.clear()
print('cleared')


def tail(n, lines):
    return list(deque(lines, n))


print(tail(3, range(100)), tail(0, range(5)))
