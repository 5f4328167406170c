# Code outside functions: globals instead of locals.
total = 0
text = ""
values = []
i = 0
while i < 800000:
    total += i * 2 % 7
    if i % 4 == 0:
        values.append(total)
    i += 1
for value in values:
    total -= value % 3
for n in range(60000):
    text += "x"
print(total, len(values), len(text))
