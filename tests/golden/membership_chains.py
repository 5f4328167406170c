# A literal that is tested for membership is a constant only where nothing else is compared with it.
def t(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


print('a' not in [] < [2] if 0 else 1, 1 in [1, 2] in [[1, 2]])
for s in ("'q' not in {'1.5e3'} > {}", "b'x' not in [] > -1", "1 < 2 in [1, 2]", "1 in [1] == [1]", "1 in {1} == {1}"):
    t(eval, s)

x = 1
print(x in [1] == [1], x in {1} == {1}, [1] == [1] in [[1]], x in [1, 2] in [[1, 2]], x not in [2] != [3])
for s in ("1 in [1] < [2]", "1 in [1] < (2,)", "1 in {1} < {1, 2}", "1 in {1} == frozenset({1})", "3 > 1 in [1]"):
    t(eval, s)
