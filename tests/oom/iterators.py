class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Count(5)), tuple(reversed([1, 2, 3])), [*Count(2), *"ab"], dict(zip("ab", Count(2))))
a, *b, c = Count(5)
print(a, b, c, any(Count(3)), all(Count(3)), sum(Count(4)))
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
