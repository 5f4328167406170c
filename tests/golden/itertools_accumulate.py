# accumulate: sums, functions, initial values.
from itertools import accumulate
import operator

print(list(accumulate([1, 2, 3, 4])), list(accumulate([])), list(accumulate('abc')), list(accumulate([[1], [2]])))
print(list(accumulate([1, 2, 3, 4], operator.mul)), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([5, 2, 8], func=min)))
print(list(accumulate([1, 2], initial=100)), list(accumulate([], initial=0)), list(accumulate([1, 2], None, initial=None)))
print(list(accumulate(range(5), lambda total, x: total * 10 + x, initial=7)), list(accumulate([0.5, 1, 2])))
print(list(accumulate([2**61, 2**61, 2**61])), list(accumulate([True, True])))
growth = accumulate([1000] + [-90] * 3, lambda balance, payment: round(balance * 1.05) + payment)
print(list(growth))
a = accumulate([1, 2, 3])
print(next(a), next(a), list(a), next(a, 'over'))


def stop_at(total, x):
    if x == 3:
        raise StopIteration
    return total + x


print(list(accumulate(range(6), stop_at)))
bad = accumulate([1, 'a', 2])
print(next(bad))
for _ in range(2):
    try:
        print(next(bad))
    except TypeError as error:
        print(error)
for call in (lambda: accumulate(), lambda: accumulate(1), lambda: accumulate([1], 2, 3), lambda: list(accumulate([1, 2], 3)),
             lambda: accumulate([], other=1), lambda: accumulate(iterable=[])):
    try:
        print(list(call()))
    except TypeError as error:
        print(error)
seen = []
print(list(accumulate([[1], [2]], lambda t, x: seen.append((t, x)) or x)), seen)
