"""Sieve, list editing, slices."""
def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    return [i for i, flag in enumerate(flags) if flag]

def queue(n):
    items, total = [], 0
    for i in range(n):
        items.append(i)
        items.append(i * 2)
        total += items.pop()
        if len(items) > 100:
            items = items[50:]
    return total

def reverse(n):
    data = list(range(n))
    for _ in range(30):
        i, j = 0, len(data) - 1
        while i < j:
            data[i], data[j] = data[j], data[i]
            i += 1
            j -= 1
    return data[:5], sum(data)

print(len(sieve(2000000)))
print(queue(1200000))
print(reverse(120000))
