# The order in which sets iterate and print: it follows from the table, which is CPython's.
def generate(count, limit, seed):
    for _ in range(count):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (seed >> 33) % limit

print(set(range(20)), {100, 5, 33, 8, 16, 0, 24})
print({-1, -2, -3, 0, 1}, {1.5, 2.5, -0.5, 1e10, 1e300}, {2**61, 2**62, 2**100, -2**70})
print({(1, 2), (3, 4), (), (1,)}, {None, True, 2, 3.5}, {frozenset([1]), frozenset([2, 3]), frozenset()})
for count in (3, 5, 8, 12, 20, 50, 200, 1000, 5000):
    for limit in (count, count * 10, 2**31):
        items = list(generate(count, limit, count + limit))
        grown = set()
        for item in items:
            grown.add(item)
        made = set(items)
        copied = set(grown)
        shrunk = set(grown)
        for item in items[::3]:
            shrunk.discard(item)
        again = set(shrunk)
        for item in items[::5]:
            shrunk.add(item)
        checksums = []
        for s in (grown, made, copied, shrunk, again, frozenset(items), set(dict.fromkeys(items)), grown.copy(),
                  grown | {-5}, grown - {items[0]}, grown & set(items[:10]), grown & set(items[10:]), grown ^ {items[0], -7},
                  grown.union(items[:3], [-1, -2]), set(items[:5]) - grown, grown - set(items[::2]),
                  set(items[:4]) | grown, grown.intersection(items), set(iter(grown))):
            checksum = 0
            for item in s:
                checksum = (checksum * 1000003 + item) % 2**61
            checksums.append(checksum % 9973)
        print(count, limit, *checksums)
for count in (5, 10, 40, 100):
    s = set(range(0, count * 7, 7))
    popped = [s.pop() for _ in range(count // 2)]
    s.update(range(count))
    popped += [s.pop() for _ in range(count // 3)]
    print(popped)
    print(list(s))
s = set(range(10))
s &= {2, 4, 6, 8, 20}
print(s, s | {100, 50}, {8, 2} ^ s)
s -= {2, 4, 6, 8}
print(s)
big = set(range(60000))
big.update(range(100000, 130000))
print(sum(i * n for i, n in enumerate(big)) % 1000007)
