# compress, dropwhile, takewhile, filterfalse.
from itertools import compress, count, dropwhile, filterfalse, islice, takewhile

print(list(compress('ABCDEF', [1, 0, 1, 0, 1, 1])), list(compress('ABC', [1])), list(compress('A', [0, 1, 1])))
print(list(compress(data=range(4), selectors=(x % 2 for x in count()))))
small = lambda x: x < 5
numbers = [1, 4, 6, 4, 1]
print(list(takewhile(small, numbers)), list(dropwhile(small, numbers)), list(filterfalse(small, numbers)))
print(list(filterfalse(None, [0, 1, '', 'x', [], [0]])), list(filterfalse(bool, [0, 3, None])))
print(list(takewhile(bool, [])), list(dropwhile(bool, [])), list(filterfalse(None, ())))
it = iter(numbers)
print(list(takewhile(small, it)), list(it))
t = takewhile(small, [1, 9, 2, 3])
print(next(t), list(t), list(t))
d = dropwhile(small, [1, 9, 2, 3])
print(next(d), next(d), list(d))
calls = []
print(list(islice(dropwhile(lambda x: calls.append(x) or x < 3, count()), 3)), calls)


def stops(x):
    if x == 3:
        raise StopIteration
    return x


print(list(filterfalse(lambda x: not stops(x), range(6))), list(takewhile(stops, range(1, 6))))


def breaks(x):
    if x == 2:
        raise ValueError(x)
    return True


for tool in (takewhile, dropwhile, filterfalse):
    it = tool(breaks, range(5))
    got = []
    for _ in range(4):
        try:
            got.append(next(it))
        except ValueError as error:
            got.append(f'error {error}')
        except StopIteration:
            got.append('stop')
    print(tool.__name__, got)


class NoTruth:
    def __bool__(self):
        raise ArithmeticError('no truth')


for make in (lambda: compress([1], [NoTruth()]), lambda: filterfalse(None, [NoTruth()]),
             lambda: takewhile(lambda x: NoTruth(), [1])):
    try:
        list(make())
    except ArithmeticError as error:
        print(error)
for call in (lambda: compress(), lambda: compress([1]), lambda: compress(1, [1]), lambda: dropwhile(), lambda: takewhile(1),
             lambda: filterfalse(None, 1), lambda: dropwhile(f=1), lambda: list(dropwhile(3, [1])), lambda: takewhile(1, 2, 3)):
    try:
        call()
    except TypeError as error:
        print(error)
