# What sum(), ord() and hex() refuse, and in which order they look.
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class S(str): pass
class B(bytes): pass
class BA(bytearray): pass
for start in ('', b'', bytearray(), S(), B(), BA(), [], (), 0, 1.5, memoryview(b'')):
    for items in ([], [1], 5, int, ['a'], [b'a']):
        t(sum, items, start) if not isinstance(start, memoryview) or items else None
for x in ('a', b'a', bytearray(b'a'), memoryview(b'a'), S('a'), B(b'a'), 'ab', b'ab', '', 5, None, [1], memoryview(b'ab')): t(ord, x) if 'memory' not in repr(x) else t(ord, x)
for sep in ('', 'ab', b'', b'ab', bytearray(b'a'), bytearray(b'ab'), memoryview(b'a'), memoryview(b'abc'), [1], [], {1: 2}, 5, None, 'é', b'\xff', S('x'), B(b'y'), range(3)): t(b'abc'.hex, sep); t(b''.hex, sep); t(b'abc'.hex, sep, 0)
