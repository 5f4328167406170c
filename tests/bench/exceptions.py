"""Raising and catching."""
class ParseError(ValueError):
    def __init__(self, text, position):
        super().__init__(text)
        self.position = position

def parse(text):
    if not text:
        raise ParseError("empty", 0)
    return int(text)

def safe_divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return 0
    finally:
        pass

good = bad = 0
samples = ["12", "", "x", "7"]
for i in range(400000):
    try:
        good += parse(samples[i % 4])
    except ParseError as error:
        bad += error.position + 1
    except ValueError:
        bad += 1
print(good, bad)
print(sum(safe_divide(i, i % 3) for i in range(600000)))
missing = 0
table = {}
for i in range(250000):
    try:
        table[i]
    except KeyError:
        missing += 1
print(missing)
