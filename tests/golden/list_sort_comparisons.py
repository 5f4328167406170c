# Which comparisons a sort makes, and in which order, for a few small inputs.
class Item:
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        log.append(f"{self.value}<{other.value}")
        return self.value < other.value

for values in ([], [1], [1, 2], [2, 1], [1, 2, 3], [3, 2, 1], [2, 3, 1], [1, 1, 1], [2, 2, 1, 1], [1, 3, 2, 5, 4, 0],
               [5, 4, 4, 3, 1, 2], [2, 2, 3, 1]):
    log = []
    result = sorted(map(Item, values))
    print(values, [item.value for item in result], " ".join(log))

for seed in range(1, 6):
    for count in (40, 100, 300, 1000):
        numbers = []
        state = seed
        for _ in range(count):
            state = (state * 1103515245 + 12345) % 2147483648
            numbers.append((state >> 8) % (count // seed))
        log = []
        assert [item.value for item in sorted(map(Item, numbers))] == sorted(numbers)
        partial = sorted(numbers[: count // 2]) + sorted(numbers[count // 2 :], reverse=True)
        compared = len(log)
        log = []
        sorted(map(Item, partial))
        print(seed, count, compared, len(log))

# A __lt__ that leaves the answer open is asked a second time when all keys are of one class.


class Open:
    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        print("lt", self.name, getattr(other, "name", other))
        return NotImplemented

    def __gt__(self, other):
        print("gt", self.name, getattr(other, "name", other))
        return self.name > other.name


print([o.name for o in sorted([Open(2), Open(1)])])
print([pair[1] for pair in sorted([(1, 2), (0, 3)], key=lambda p: Open(p[0]))])
try:
    sorted([Open(1), 2])
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)
