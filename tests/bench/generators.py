"""Generators, yield from, generator pipelines."""
def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1

def squares(source):
    for x in source:
        yield x * x

def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)

def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count

print(sum(squares(x for x in numbers(1500000) if x % 2)))
print(sum(tree(16)))
average = averager()
next(average)
for i in range(1000000):
    result = average.send(i)
print(result)
