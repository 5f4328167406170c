# differs: CPython overflows its C stack here.
# Iterators and containers nested deeply: an exception, no crash.
from collections import OrderedDict, deque
from itertools import chain, islice, zip_longest

for tool in (chain, lambda it: islice(it, 5), zip_longest):
    it = iter([(0,)])
    for _ in range(100000):
        it = tool(it)
    try:
        print(next(it, None))
    except RecursionError as error:
        print(error)
    del it
for make in (lambda x: deque([x]), lambda x: OrderedDict(a=x)):
    deep = other = None
    for _ in range(100000):
        deep, other = make(deep), make(other)
    for action in (lambda: repr(deep), lambda: deep == other):
        try:
            action()
            print('no error')
        except RecursionError as error:
            print(error)
    del deep, other
