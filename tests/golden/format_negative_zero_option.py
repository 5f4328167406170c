# The z of format specifications meets infinities and numbers that round to zero.
def t(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


for x in (float('-inf'), float('inf'), float('nan'), -0.0, -0.001, -5.0):
    for s in ('z', 'z.0f', 'z%', 'z.1%', '-z030%', 'zg', 'z.2e', 'zF', 'zn', '+z.1f', ' z.0f'): t(format, x, s)
