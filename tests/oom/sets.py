s = {i * 7 % 11 for i in range(30)}
t = frozenset([1, 2, 3])
print(s | t, s & t, sorted(s - t), sorted(s ^ t), t <= s)
s.update([100, 200])
s.discard(100)
print(len(s), {1, 2} == {2, 1})
