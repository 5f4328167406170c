# gc.collect() counts cycles through partials, caches, abstract classes, enums and dataclasses as CPython does.
import abc
import collections.abc
import copy
import enum
import functools
import gc
from dataclasses import dataclass


def count(make):
    gc.collect()
    make()
    return gc.collect()


class Node:
    pass


def partial_of_itself():
    items = []
    items.append(functools.partial(print, items))


def partial_keywords():
    node = Node()
    node.p = functools.partial(print, key=node)


def partial_attribute():
    p = functools.partial(print)
    p.me = p


def partial_plain():
    functools.partial(print, 1, a=2)


def cached_results():
    node = Node()

    @functools.lru_cache(maxsize=2)
    def f(x):
        return node
    node.f = f
    f(1), f(2), f(3)


def cached_unbounded():
    items = []

    @functools.cache
    def f(x):
        return items
    items.append(f)
    f("a"), f("b")


def cached_nothing():
    items = []

    @functools.lru_cache(maxsize=0)
    def f(x):
        return items
    items.append(f)
    f(1)


def cached_keys():
    @functools.lru_cache
    def f(x, **k):
        return None
    f(Node(), k=f)


def comparison_keys():
    items = []
    key = functools.cmp_to_key(lambda a, b: 0)
    items.append(key(items))


def alias_in_cycle():
    items = []
    items.append(list[Node])
    items.append(items)


def copied():
    a = [Node()]
    a[0].a = a
    copy.deepcopy(a)


@dataclass
class Data:
    other: object = None


def dataclass_cycle():
    d = Data()
    d.other = d


for make in (partial_of_itself, partial_keywords, partial_attribute, partial_plain, cached_results, cached_unbounded,
             cached_nothing, cached_keys, comparison_keys, alias_in_cycle, copied, dataclass_cycle):
    print(make.__name__, count(make))


def abstract_class():
    class A(abc.ABC):
        pass


def plain_class():
    class A:
        pass


def enumeration():
    class E(enum.Enum):
        A = 1


print(count(abstract_class) - count(plain_class) > 0, count(enumeration) > 0)

# results die with the cache, the function after them
class Tell:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


@functools.lru_cache(maxsize=2)
def keeps(name):
    return Tell(name)


for name in "abca":
    keeps(name)
print("clearing")
keeps.cache_clear()
keeps("x")
del keeps
print("end")
