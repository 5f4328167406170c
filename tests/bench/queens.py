"""Backtracking: queens, permutations, a small sudoku-like search."""
def queens(n):
    count = 0
    columns, down, up = set(), set(), set()
    def place(row):
        nonlocal count
        if row == n:
            count += 1
            return
        for column in range(n):
            if column in columns or row + column in up or row - column in down:
                continue
            columns.add(column)
            up.add(row + column)
            down.add(row - column)
            place(row + 1)
            columns.remove(column)
            up.remove(row + column)
            down.remove(row - column)
    place(0)
    return count

def permutations(items):
    if not items:
        yield []
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest

print(queens(9))
print(sum(p[0] < p[-1] for p in permutations(list(range(9)))))
