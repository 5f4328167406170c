for i in range(3):
    if i == 5: break
else:
    print("no break")
for i in range(3):
    if i == 1: break
else:
    print("never")
while True:
    i += 1
    if i < 5: continue
    break
else:
    print("never")
n = 0
while n < 2: n += 1
else: print("while else", n)
for i in []: pass
else: print("empty")
print([i for i in range(10) if i % 2 if i > 3], 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 >= 2 != 1)
print("yes" if [] else "no", not [], not not 1, 0 or "x", 1 and 0, None or 0 or [])
def classify(x):
    if x < 0: return "neg"
    elif x == 0: return "zero"
    elif x < 10: return "small"
    else: return "big"
print([classify(x) for x in (-1, 0, 5, 50)])
for i, c in enumerate("abc", 1): print(i, c, end=" ")
print()
for a, b in zip([1, 2, 3], "xy"): print(a, b, end=" ")
print()
for k, v in {"x": 1, "y": 2}.items(): print(k, v, end=" ")
print()
l = [1, 2, 3, 4]
for x in l:
    if x == 2: l.remove(x)
print(l)
def find(m, x):
    for r, row in enumerate(m):
        for c, v in enumerate(row):
            if v == x: return r, c
print(find([[1, 2], [3, 4]], 3), find([], 1))
i = 10
for i in range(2): pass
print(i)
for x in (y for y in "ab"): print(x, end="")
print()
x = 5
print(x if x > 3 else -x, (x > 3) + 1, x in (1, 5), x not in [5], x is None, x is not None)
total = 0
for a in range(3):
    for b in range(3):
        if b == 1: continue
        if a == 2: break
        total += a * 10 + b
print(total)
def early():
    for i in range(3):
        for j in range(3):
            with open("/dev/null") as f:
                if j == 1: return i, j
print(early())
while (line := input_lines.pop() if (input_lines := globals().setdefault("input_lines", ["c", "b", "a"])) else None):
    print(line, end=" ")
print()
pass
if x: pass
elif y: pass
assert x
print(all([]), any([]), [] == [], [] is [], () is ())
