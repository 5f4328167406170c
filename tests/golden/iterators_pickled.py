# Iterators of strings and bytes, zip(strict=True) and patterns taken apart for copy and pickle.
import copy
import pickle
import re

for text in 'abc', 'äöü', b'abc', bytearray(b'abc'), '':
    iterator = iter(text)
    next(iterator, None)
    print(type(iterator).__name__, iterator.__reduce__(), list(copy.copy(iterator)))
    for protocol in range(5):
        print(list(pickle.loads(pickle.dumps(iterator, protocol))), end=' ')
    print(list(iterator), iterator.__reduce__())

print('--- zip')
strict = zip([1, 2, 3], 'ab', strict=True)
print(strict.__reduce__()[0], strict.__reduce__()[2:], zip('ab').__reduce__()[2:])
again = pickle.loads(pickle.dumps(strict))
try:
    print(next(again), next(again), next(again))
except ValueError as error:
    print(error)
plain = zip('abc', 'x')
plain.__setstate__(True)
try:
    list(plain)
except ValueError as error:
    print(error)

print('--- patterns')
for pattern in re.compile('a(?P<n>b)'), re.compile(b'x', re.I), re.compile('x', re.M | re.X):
    again = pickle.loads(pickle.dumps(pattern))
    print(again == pattern, again, copy.copy(pattern) is pattern, copy.deepcopy(pattern) is pattern)
