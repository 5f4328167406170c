# Slices of lists in all forms: reading, assigning, deleting.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)

numbers = list(range(10))
bounds = [None, 0, 1, 3, 9, 10, 11, -1, -3, -10, -11, 100, -100]
total = 0
for start in bounds:
    for stop in bounds:
        for step in [None, 1, 2, 3, -1, -2, 100, -100]:
            piece = numbers[start:stop:step]
            assert piece == list(tuple(numbers)[start:stop:step])
            total = (total * 31 + sum(piece) + len(piece)) % 1000003
print(total)
print(numbers[2:5], numbers[::-1], numbers[5:2:-1], numbers[-3:], numbers[:0], numbers[::3])
attempt(lambda: numbers[::0])
attempt(lambda: numbers["a":])
attempt(lambda: numbers[1.5:])
attempt(lambda: numbers["x"])
attempt(lambda: numbers[10])
attempt(lambda: numbers[-11])
attempt(lambda: numbers[10**30])
print(numbers[-10**30:10**30] == numbers)

def assign(target, where, value):
    target = list(target)
    try:
        target[where] = value
        print(target)
    except Exception as error:
        print(type(error).__name__ + ":", error, target)

def delete(target, where):
    target = list(target)
    try:
        del target[where]
        print(target)
    except Exception as error:
        print(type(error).__name__ + ":", error, target)

assign("abcdef", slice(1, 3), "XYZ")
assign("abcdef", slice(1, 3), [])
assign("abcdef", slice(3, 1), [1, 2])
assign("abcdef", slice(100, 200), [1])
assign("abcdef", slice(-100, -50), [1])
assign("abcdef", slice(None), range(3))
assign("abcdef", slice(None, None, 2), [1, 2, 3])
assign("abcdef", slice(None, None, 2), [1, 2])
assign("abcdef", slice(None, None, -1), "123456")
assign("abcdef", slice(5, 1, -2), (x for x in "12"))
assign("abcdef", slice(None, None, 2), 5)
assign("abcdef", slice(1, 2), 5)
assign("abcdef", slice(0, 0, 2), [])
assign("abcdef", slice(0, 0, 2), [1])
assign("abcdef", 2, "!")
assign("abcdef", -6, "!")
assign("abcdef", 6, "!")
assign("abcdef", "x", "!")
for where in [0, -1, 6, slice(2), slice(2, 4), slice(None, None, 2), slice(None, None, -2), slice(4, 0, -2),
              slice(1, None, 3), slice(5, 2), slice(None), slice(None, None, 100), slice(0, 6, 0), "x"]:
    delete("abcdef", where)

mine = [1, 2, 3]
mine[1:1] = mine
print(mine)
mine[::2] = mine[::2][::-1]
print(mine)
mine[:] = mine
print(mine)
mine[len(mine):] = mine
print(mine)
mine[::-1] = mine
print(mine)

class Index:
    def __init__(self, value, action=None):
        self.value, self.action = value, action
    def __index__(self):
        if self.action:
            self.action()
        return self.value

print(numbers[Index(2)], numbers[Index(1):Index(4)])
shrinking = list(range(10))
print(shrinking[Index(0):Index(8, shrinking.clear)])
shrinking = list(range(10))
attempt(lambda: shrinking[Index(5, shrinking.clear)])
shrinking = list(range(10))
shrinking[Index(2, shrinking.clear):5] = [1, 2]
print(shrinking)
a, *b = [1, 2, 3]
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
