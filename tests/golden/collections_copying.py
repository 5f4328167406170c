# copy and deepcopy of what collections offers.
import copy
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

Point = namedtuple('Point', 'x y')
inner = [1, 2]
samples = [
    deque([inner, 3]), deque([inner], 5), defaultdict(list, a=inner), OrderedDict(b=inner, a=1), Counter(a=3, b=1),
    ChainMap({'a': inner}, {'b': inner}), Point(inner, 2), UserDict(a=inner), UserList([inner]), UserString('text'),
]
for sample in samples:
    shallow, deep = copy.copy(sample), copy.deepcopy(sample)
    print(type(sample).__name__, shallow == sample, deep == sample, shallow is sample, deep is sample, repr(deep) == repr(sample))
deep = copy.deepcopy(samples[0])
deep[0].append('changed')
print(inner, deep, copy.copy(samples[0])[0] is inner)
print(copy.copy(samples[1]).maxlen, copy.deepcopy(samples[1]).maxlen, copy.deepcopy(samples[2]).default_factory, copy.copy(samples[2])['a'] is inner)
print(list(copy.deepcopy(samples[3])), copy.copy(samples[5]).maps[0] is samples[5].maps[0], copy.copy(samples[5]).maps[1] is samples[5].maps[1])


class Tagged(deque):
    pass


class Ordered(OrderedDict):
    pass


class Slotted(OrderedDict):
    __slots__ = ('mark',)


for make in (lambda: Tagged([inner]), lambda: Ordered(a=inner)):
    sample = make()
    sample.tag = inner
    shallow, deep = copy.copy(sample), copy.deepcopy(sample)
    print(type(deep).__name__, getattr(shallow, 'tag', None) is inner, deep.tag == inner, deep.tag is inner, deep == sample)
s = Slotted(k=1)
s.mark = [5]
print(copy.copy(s).mark is s.mark, copy.deepcopy(s).mark, copy.copy(s))
loop = deque()
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[0] is twin, twin is loop)
loop = OrderedDict()
loop['me'] = loop
twin = copy.deepcopy(loop)
print(twin['me'] is twin, twin)
print(copy.replace(Point(1, 2), y=5), copy.copy(Point), copy.deepcopy(Point(1, [2])))
