# OrderedDict: move_to_end and popitem, both ways, small and large.
from collections import OrderedDict

o = OrderedDict.fromkeys('abcde')
o.move_to_end('b')
print(''.join(o))
o.move_to_end('b', last=False)
print(''.join(o))
o.move_to_end('e', False)
o.move_to_end('d')
o.move_to_end('d')
o.move_to_end('e', False)
print(''.join(o))
print(o.popitem(), o.popitem(last=False), o.popitem(True), ''.join(o))
o.move_to_end(key=next(iter(o)), last=1)
print(''.join(o))
for call in (lambda: o.move_to_end('zz'), lambda: OrderedDict().move_to_end(1), lambda: OrderedDict().popitem(),
             lambda: OrderedDict().popitem(last=False), lambda: o.move_to_end(), lambda: o.move_to_end([]), lambda: o.popitem(1, 2)):
    try:
        call()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
model, big = list(range(200)), OrderedDict.fromkeys(range(200))
seed = 7
for step in range(600):
    seed = seed * 1103515245 + 12345 & 0x7fffffff
    action, key = seed >> 8 & 7, model[(seed >> 12) % len(model)]
    if action < 3:
        big.move_to_end(key)
        model.remove(key)
        model.append(key)
    elif action < 5:
        big.move_to_end(key, last=False)
        model.remove(key)
        model.insert(0, key)
    elif action == 5 and len(model) > 20:
        assert big.popitem(last=bool(step & 1))[0] == model.pop(-(step & 1))
    elif action == 6 and len(model) > 20:
        del big[key]
        model.remove(key)
    else:
        big[1000 + step] = step
        model.append(1000 + step)
    assert list(big) == model, step
print(len(big), list(big)[:5], list(reversed(big))[:5], all(k in big for k in model))


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            del self[next(iter(self))]


cache = LRU(3)
for n in range(5):
    cache[n] = n * n
cache[2]
cache[9] = 81
print(cache, cache.size)
queue = OrderedDict()
for n in range(3000):
    queue[n] = n
    if len(queue) > 10:
        queue.popitem(last=False)
print(list(queue))
