# Cycles through containers of collections: how many objects a collection finds.
import gc
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

gc.collect()
gc.disable()


def found(label, make):
    make()
    print(label, gc.collect(), len(gc.garbage))


def in_deque():
    d = deque()
    d.append(d)


def in_long_deque():
    d = deque(range(500))
    d.append([d])


def two_deques():
    a, b = deque(), deque(maxlen=3)
    a.append(b)
    b.append(a)


def deque_and_iterator():
    d = deque([1])
    d.append(iter(d))


def reversed_iterator():
    d = deque([1])
    d.append(reversed(d))


def in_default_dict():
    d = defaultdict(list)
    d['me'] = d


def through_factory():
    d = defaultdict()
    d.default_factory = lambda: d


def in_ordered_dict():
    o = OrderedDict(a=1)
    o['me'] = o


def ordered_attribute():
    o = OrderedDict()
    o.me = o


def ordered_subclass():
    class Sub(OrderedDict):
        pass
    s = Sub()
    s.me = s
    s['x'] = s


def ordered_views():
    o = OrderedDict()
    o['keys'], o['items'], o['it'] = o.keys(), o.items(), iter(o)


def in_counter():
    c = Counter()
    c['me'] = c


def in_named_tuple():
    pair = Pair([], 1)
    pair.left.append(pair)


def in_chain_map():
    c = ChainMap()
    c['me'] = c


def subclass_of_deque():
    class Sub(deque):
        pass
    s = Sub()
    s.me = s


Pair = namedtuple('Pair', 'left right')
ChainMap()
gc.collect()
for test in (in_deque, in_long_deque, two_deques, deque_and_iterator, reversed_iterator, in_default_dict, through_factory,
             in_ordered_dict, ordered_attribute, ordered_views, in_counter, in_named_tuple, in_chain_map):
    found(test.__name__, test)
for test in (ordered_subclass, subclass_of_deque):
    test()
    print(test.__name__, gc.collect() > 3)


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name)


for kind in (deque, OrderedDict.fromkeys):
    items = kind([Loud(1), Loud(2), Loud(3)])
    del items
d = defaultdict(Loud('factory').__init__)
d['a'] = Loud('a')
d['b'] = Loud('b')
del d
d = deque([Loud('x'), Loud('y')])
d.append(d)
del d
print(gc.collect())
print([gc.is_tracked(x) for x in (deque(), defaultdict(), OrderedDict(), Counter(), Pair(1, 2), iter(deque()))])
