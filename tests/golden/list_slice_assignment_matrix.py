# Slices of lists set and deleted with every odd bound.
bounds = [None, 0, 1, -1, 3, -100]
for step in (None, 1, 2, -1, -2, 5):
    for start in bounds:
        for stop in bounds:
            x = list(range(5))
            key = slice(start, stop, step)
            selected = x[key]
            results = [selected]
            for value in ([], "a", [9] * len(selected), range(4)):
                x = list(range(5))
                try:
                    x[key] = value
                    results.append(x)
                except ValueError as e:
                    results.append(str(e))
            x = list(range(5))
            del x[key]
            results.append(x)
            print(start, stop, step, *results)
