# Every method of list, with what it answers and what it refuses.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)

letters = list("abracadabra")
print(letters, len(letters), letters.count("a"), letters.index("r"), letters.index("a", 1), letters.index("a", -3))
attempt(letters.index, "z")
attempt(letters.index, "a", 1, 3)
attempt(letters.index, "a", None)
attempt(letters.index, "a", 1.5)
letters.append("!")
letters.extend("xy")
letters.extend(n for n in range(2))
letters.insert(0, "first")
letters.insert(100, "last")
letters.insert(-1, "before last")
letters.insert(-100, "very first")
print(letters)
print(letters.pop(), letters.pop(0), letters.pop(-2), letters)
attempt(letters.pop, 100)
attempt(letters.pop, -100)
attempt([].pop)
attempt([1].pop, "0")
letters.remove("b")
attempt(letters.remove, "b!")
letters.reverse()
print(letters)
copy = letters.copy()
print(copy == letters, copy is letters)
letters.clear()
print(letters, copy[:2])
attempt([].append)
attempt([].append, 1, 2)
attempt([].extend, 5)
attempt([].insert, 1)
attempt([].insert, "x", 1)
attempt([].clear, 1)
attempt([].sort, 1)
attempt(list, 1, 2)
attempt(list, 5)
attempt(lambda: list(a=1))

print([1, 2] + [3], [1, 2] * 2, 2 * [0], [1] * 0, [1] * -1)
attempt(lambda: [1] + (2,))
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] * 10**30)
same = numbers = [1]
numbers += (2, 3)
numbers += "ab"
print(same, same is numbers)
numbers *= 2
print(same)
numbers *= 0
print(same)

print([1, 2] < [1, 2, 3], [1, 3] > [1, 2, 3], [] < [0], [1] == [1.0], [1] != [True], [1, 2] == (1, 2))
attempt(lambda: [1] < (1,))
attempt(lambda: [1, "a"] < [1, 2])
print([float("nan")] == [float("nan")])
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].count(nan), [nan].index(nan))

cycle = [1]
cycle.append(cycle)
print(cycle, [cycle])
other = [1]
other.append(other)
attempt(lambda: cycle == other)

print(list(range(5)), list("héllo"), list({"a": 1, "b": 2}), list((1, 2)), list(iter([3])))
print([[]] * 3)
rows = [[0] * 2 for _ in range(2)]
rows[0][1] = 5
print(rows)
print(hash.__name__, end=" ")
attempt(hash, [])
print(bool([]), bool([0]), len([[], []]), 3 in [1, 2, 3], 4 not in [1, 2, 3])
print(list(reversed([1, 2, 3])), sorted([3, 1, 2]), sum([1, 2]), min([2, 1]), max([2, 1]))

class Stack(list):
    def push(self, item):
        self.append(item)
        return self

stack = Stack([1]).push(2)
print(stack, type(stack).__name__, isinstance(stack, list), stack == [1, 2], type(stack + [3]).__name__, type(stack[:]).__name__)
stack.note = "attribute"
print(stack.note, stack.copy(), type(stack.copy()).__name__)
