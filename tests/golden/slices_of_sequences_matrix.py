# The same slices of every kind of sequence.
class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


sequences = ["abcde", "aé日\U0001F600x", b"abcde", bytearray(b"abcde"), (1, 2, 3, 4, 5), [1, 2, 3, 4, 5], range(10, 60, 10), range(5, 0, -1),
             memoryview(b"abcde")]
bounds = [None, 0, 2, -2, 2**63, -2**70, True, Index(1), 1.5, "a"]
for sequence in sequences:
    for step in (None, 2, -1, 0, -2**65, Index(3)):
        row = []
        for start, stop in zip(bounds, bounds[3:] + bounds[:3]):
            try:
                result = sequence[start:stop:step]
                row.append(bytes(result) if isinstance(result, memoryview) else result)
            except Exception as e:
                row.append(type(e).__name__ + ": " + str(e))
        print(type(sequence).__name__, step if not isinstance(step, Index) else "Index", *map(ascii, row), sep=" | ")
