# What %d and its kin refuse, in whose words.
def t(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


class B(Exception):
    def __int__(self): return None
class B2:
    def __int__(self): return 'a'
class B3:
    def __int__(self): raise TypeError('own')
class B4:
    def __float__(self): return 2.5
class B5:
    def __index__(self): return 7
class B6:
    def __int__(self): raise ValueError('own')
for b in (B(), B2(), B3(), B4(), B5(), B6(), 'x', None, 1.9, 1j, [1]):
    for c in 'diuxXocefg':
        t(lambda: '%' + c, ); t(lambda: ('%' + c) % (b,)); t(lambda: (b'%' + c.encode()) % (b,))
