"""Counting, grouping and memoising in dicts."""
def count(n):
    table = {}
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        key = x % 5000
        table[key] = table.get(key, 0) + 1
    return len(table), max(table.values())

def group(n):
    groups = {}
    for i in range(n):
        name = "group%d" % (i % 97)
        if name in groups:
            groups[name].append(i)
        else:
            groups[name] = [i]
    return sorted((len(v), k) for k, v in groups.items())[:3]

def pairs(n):
    seen = {}
    for i in range(n):
        seen[i, i % 7] = i
    return sum(seen[k] for k in seen) + len(seen)

print(count(900000))
print(group(500000))
print(pairs(500000))
