"""Turning values into text: f-strings, %, format, str, repr."""
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"

length = 0
for i in range(150000):
    length += len(f"{i:>8d}|{i * 0.5:.3f}|{i:x}")
    length += len("%s-%05d-%.2f" % ("row", i, i / 7))
    length += len("{:<10}{:^10}{}".format(i, "mid", i % 3 == 0))
    length += len(str(i)) + len(repr(Point(i, -i)))
print(length)
rows = [str(i / 3) for i in range(150000)]
print(len("".join(rows)), sum(float(r) for r in rows))
