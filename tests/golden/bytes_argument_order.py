# Which argument of hex(), to_bytes() and from_bytes() is looked at first, and how it is called.
def t(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


t(b'a'.hex, 1, 2**63-1); t(b'a'.hex, 1, 2**31); t(b'ab'.hex, ':', 2**31-1); t(b'ab'.hex, ':', -2**31); t(b'ab'.hex, ':', -2**31-1); t(b'ab'.hex, ':', 'a'); t(b'ab'.hex, ':', 1.5); t(memoryview(b'ab').hex, ':', 2**70); t(bytearray(b'ab').hex, 5, 2**70)
for a in ((1.5,), (None,), ()): t(lambda: (1).to_bytes(1, *a))
t(lambda: (1).to_bytes('a')); t(lambda: (1).to_bytes(1, 'middle')); t(lambda: (1).to_bytes(1, byteorder=5)); t(lambda: int.from_bytes(b'', 5)); t(lambda: int.from_bytes(5, 'big')); t(lambda: int.from_bytes(b'', byteorder=b'big'))
