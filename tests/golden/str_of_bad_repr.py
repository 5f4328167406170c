# str() of what has only a bad __repr__ complains about __str__.
def t(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


class R:
    def __repr__(self): return 5
class R2(R): pass
class S(R):
    def __str__(self): return 6
for x in (R(), R2(), S()):
    for f in (str, repr, ascii, format, '{}'.format, '{!r}'.format, '%s'.__mod__, '%r'.__mod__, lambda v: f'{v}', print, lambda v: str([v]), lambda v: object.__str__(v), lambda v: v.__str__(), lambda v: object.__format__(v, '')):
        t(f, x)
