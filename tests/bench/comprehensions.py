"""List, set and dict comprehensions."""
total = 0
for n in range(120):
    squares = [x * x for x in range(10000)]
    even = [x for x in squares if x % 2 == 0]
    table = {x: x + 1 for x in range(5000)}
    residues = {x % 101 for x in squares}
    total += len(even) + len(table) + len(residues)
print(total)
matrix = [[i * j for j in range(700)] for i in range(700)]
print(sum(sum(row) for row in matrix))
print(len([(a, b, c) for a in range(1, 130) for b in range(a, 130) for c in (int((a * a + b * b) ** 0.5),) if c * c == a * a + b * b]))
