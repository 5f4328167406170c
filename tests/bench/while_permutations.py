
def next_permutations(n):
    items = list(range(n))
    total = 0
    while True:
        total += items[0]
        i = n - 2
        while i >= 0 and items[i] >= items[i + 1]:
            i -= 1
        if i < 0:
            return total
        j = n - 1
        while items[j] <= items[i]:
            j -= 1
        items[i], items[j] = items[j], items[i]
        items[i + 1:] = items[:i:-1]

print(next_permutations(8), next_permutations(9))
