# Sorting: order, stability, keys, reverse, errors, and lists that change meanwhile.
def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__ + ":", error)

def random_numbers(count, limit, seed=1):
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield (seed >> 8) % limit

def is_sorted(items, reverse=False):
    return all((a >= b if reverse else a <= b) for a, b in zip(items, items[1:]))

for count in [0, 1, 2, 3, 10, 31, 32, 33, 63, 64, 65, 100, 127, 500, 1000, 3000]:
    for limit in [2, 10, 1000000]:
        numbers = list(random_numbers(count, limit))
        assert is_sorted(sorted(numbers))
        assert is_sorted(sorted(numbers, reverse=True), reverse=True)
        pairs = [(n, i) for i, n in enumerate(numbers)]
        assert sorted(pairs, key=lambda pair: pair[0]) == sorted(pairs)
        backward = sorted(pairs, key=lambda pair: pair[0], reverse=True)
        assert backward == sorted(pairs, key=lambda pair: (-pair[0], pair[1]))
        assert sorted(float(n) / 7 for n in numbers) == [n / 7 for n in sorted(numbers)]
        assert sorted(map(str, numbers)) == [str(n) for n in sorted(numbers, key=str)]
print("sorted")

runs = []
for start in range(20):
    runs.extend(range(start * 3, start * 3 + 30, 2))
    runs.extend(range(start + 25, start, -1))
    runs.extend([7] * 12)
print(is_sorted(sorted(runs)), len(runs), sum(sorted(runs)[:100]))
for pattern in (range(1000), range(1000, 0, -1), [1] * 1000, list(range(500)) * 2, list(range(500, 0, -1)) * 2):
    result = sorted(pattern)
    print(len(result), is_sorted(result), result[:3], result[-3:])

words = "the quick brown fox jumps over the lazy dog The Quick Ωmega ähnlich zoo 猫 𝒳".split()
print(sorted(words))
print(sorted(words, key=str.lower))
print(sorted(words, key=len, reverse=True))
print(sorted(words, key=lambda word: (len(word), word)))
mixed = [3, 1.5, True, 2, 0.0, -1, 10**30, -10**30, 1e300, float("inf")]
print(sorted(mixed))
print(sorted([(1, "b"), (1, "a"), (0, "z"), (1,), ()]))
print(sorted([[2], [1, 5], [1]]), sorted([{1, 2}, {1}]), sorted(["b", "a"], key=None, reverse=0))
print(sorted({"b": 1, "a": 2}), sorted("hello"), sorted((3, 1)))

attempt(sorted, [1, "a"])
attempt(sorted, ["a", 1, None])
attempt(sorted, [None, None])
attempt(sorted, [1j, 2j])
attempt(sorted, [(1, "a"), (1, 2)])
attempt(sorted, 5)
attempt(sorted)
attempt(sorted, [], 1)
attempt(sorted, [2, 1], key=5)
attempt(sorted, [], cmp=5)
attempt([].sort, key=len, foo=1)
attempt([3, 1, 2].sort, key=lambda: 1)

numbers = [3, 1, 2]
print(numbers.sort(), numbers)
numbers.sort(reverse=True)
print(numbers)

class Number:
    compared = 0
    def __init__(self, value, rank):
        self.value, self.rank = value, rank
    def __lt__(self, other):
        Number.compared += 1
        return self.value < other.value
    def __repr__(self):
        return f"{self.value}{'abcdefghij'[self.rank]}"

items = [Number(value, rank) for rank, value in enumerate([3, 1, 2, 3, 1, 2, 1])]
print(sorted(items), sorted(items, reverse=True), Number.compared)

class Bomb:
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        if self.value == 50 or other.value == 50:
            raise RuntimeError("boom")
        return self.value < other.value

bombs = [Bomb(n) for n in random_numbers(200, 100)]
before = sorted(map(id, bombs))
attempt(bombs.sort)
print(len(bombs), sorted(map(id, bombs)) == before)

def failing_key(n):
    if n == 3:
        raise KeyError(n)
    return -n
numbers = [1, 2, 3, 4]
attempt(numbers.sort, key=failing_key)
print(numbers)

numbers = [3, 1, 2]
attempt(numbers.sort, key=lambda n: numbers.append(n) or n)
print(numbers)
numbers = [3, 1, 2]
numbers.sort(key=lambda n: len(numbers) * 10 + n)
print(numbers)
def meddling(n):
    numbers.append(n)
    numbers.clear()
    return n
class Unordered:
    def __lt__(self, other):
        return "yes"
print(len(sorted([Unordered() for _ in range(40)])))
class NoTruth:
    def __lt__(self, other):
        return self
    def __bool__(self):
        raise OverflowError("neither true nor false")
attempt(sorted, [NoTruth(), NoTruth()])
class Greater:
    def __init__(self, n):
        self.n = n
    def __gt__(self, other):
        return self.n > other.n
print([g.n for g in sorted([Greater(2), Greater(1), Greater(3)])])
