# Subclasses of the iterators: attributes, overriding, keywords.
from itertools import *

cases = [
    (chain, ([1, 2], [3])), (compress, ('ABC', [1, 0, 1])), (count, (5,)), (cycle, ([1, 2],)), (dropwhile, (bool, [1, 0, 2])),
    (filterfalse, (None, [0, 1, ''])), (groupby, ('aab',)), (islice, ('abcdef', 1, 5, 2)), (takewhile, (bool, [1, 2, 0])),
    (starmap, (pow, [(2, 3)])), (repeat, (7, 2)), (accumulate, ([1, 2, 3],)), (product, ('ab', [1])), (permutations, ('ab',)),
    (combinations, ('abc', 2)), (combinations_with_replacement, ('ab', 2)), (zip_longest, ('ab', [1])), (pairwise, ('abc',)), (batched, ('abc', 2)),
]
for base, args in cases:
    class Sub(base):
        pass

    class Keyed(base):
        def __init__(self, *args, tag=None):
            self.tag = tag

    it = Sub(*args)
    it.attribute = 'set'
    values = [str(v) if base is not groupby else v[0] for v in islice(it, 3)]
    print(base.__name__, values, it.attribute, type(it).__mro__[1] is base)
    try:
        print('  keyed', Keyed(*args, tag='t').tag)
    except TypeError as error:
        print('  keyed', error)
    try:
        Sub(*args, unknown=1)
    except TypeError as error:
        print('  ', str(error).replace('Sub', base.__name__))


class Doubled(islice):
    __slots__ = ('n',)

    def __next__(self):
        return super().__next__() * 2


d = Doubled('abc', 2)
d.n = 1
print(list(d), d.n, hasattr(d, '__dict__'))
for cls in (type(tee([])[0]), type(next(groupby('a'))[1])):
    try:
        type('X', (cls,), {})
    except TypeError as error:
        print(error)
for it in (chain(), repeat(1), count()):
    try:
        it.x = 1
    except AttributeError as error:
        print(error)
print(isinstance(chain(), chain), iter(chain()).__class__.__name__, repr(chain()).startswith('<itertools.chain object at 0x'))
print(chain.__module__, chain.__doc__[:40], repeat.__text_signature__ if False else 'signature')
