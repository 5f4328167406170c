"""Sorting by several keys, and quicksort by hand."""
def random_numbers(n, seed):
    x = seed
    out = []
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
        out.append(x >> 40)
    return out

def quicksort(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    return (quicksort([x for x in items if x < pivot]) + [x for x in items if x == pivot] +
            quicksort([x for x in items if x > pivot]))

data = random_numbers(160000, 42)
print(sorted(data)[:3], sorted(data, reverse=True)[:3])
print(sorted(data, key=lambda x: (x % 10, -x))[:3])
words = [str(x) for x in data]
words.sort()
print(words[:3])
words.sort(key=len)
print(words[:3])
print(quicksort(data[:60000])[:3])
records = [{"name": str(x), "age": x % 90} for x in data[:50000]]
records.sort(key=lambda r: r["age"])
print(records[0])
