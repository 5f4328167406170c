# The module collections itself: names, lazy parts, abc, isinstance.
import collections
import collections.abc
from collections.abc import Iterable, Mapping, MutableMapping, MutableSequence, Sequence
from collections import *

print(sorted(collections.__all__), ChainMap.__name__, UserString.__name__)
for kind in (deque, defaultdict, OrderedDict, Counter, ChainMap, UserDict, UserList, UserString):
    empty = kind('') if kind is UserString else kind()
    print(kind.__name__, kind.__module__, kind.__qualname__, [t.__name__ for t in (Mapping, MutableMapping, Sequence, MutableSequence, Iterable)
                                                             if isinstance(empty, t)], len(empty), bool(empty))
try:
    collections.Mapping
except AttributeError as error:
    print(error)
try:
    from collections import Nothing
except ImportError as error:
    print(str(error).split(' (')[0])
print(collections.abc.Mapping is Mapping, issubclass(Counter, Mapping), issubclass(deque, Sequence))
for kind in (deque, defaultdict, OrderedDict, Counter, ChainMap):
    try:
        print(kind[int])
    except TypeError as error:
        print(error)
    try:
        hash(kind())
        print(kind.__name__, 'hashable')
    except TypeError as error:
        print(error)
print(type(collections.namedtuple), collections.Counter is Counter, repr(collections.deque), collections.OrderedDict)
