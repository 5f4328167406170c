# __class__ and __bases__ may be assigned where layouts agree; object.__getattribute__ of a class sees its own dict alone.
class A: __slots__ = '__dict__'
class B: pass
a = A()
try: a.__class__ = B; print('set')
except TypeError as e: print(e)
class A2: __slots__ = ('__dict__',)
class A3: __slots__ = ('__dict__','__weakref__')
class A4: __slots__ = ('__weakref__',)
class A5: __slots__ = ()
class A6: __slots__ = ('x',)
class A7: __slots__ = ('x','__dict__')
class A8(B): __slots__ = ()
class A9(B): pass
class A10(A6): pass
cs=[A,B,A2,A3,A4,A5,A6,A7,A8,A9,A10]
for x in cs:
    for y in cs:
        o = x()
        try: o.__class__ = y; print(x.__name__, y.__name__, 'set')
        except TypeError as e: print(e)
class Q: y = 5
for f in (lambda: object.__getattribute__(Q, 'y'), lambda: object.__getattribute__(Q, '__name__'), lambda: object.__getattribute__(Q, '__mro__'), lambda: object.__getattribute__(Q, 'zz'), lambda: object.__getattribute__(5, 'real'),lambda: object.__getattribute__(Q, '__dict__')['y'],
   lambda: object.__getattribute__(int, 'from_bytes'), lambda: object.__setattr__(Q, 'n', 1), lambda: object.__delattr__(Q, 'y'), lambda: object.__setattr__(int, 'n', 1), lambda: type.__setattr__(Q, 'n', 1), lambda: type.__getattribute__(5, 'n')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class O1: pass
class O2: pass
class O3(O2): pass
class O4(list): pass
class O5(list): pass
class O6(int): pass
class S(): __slots__=()
for x in (O1,O2,O3,O4,O5,O6,S):
    for y in (O1,O2,O4,O5,O6,S,object,list,int,dict, str):
        class T(x): pass
        try: T.__bases__ = (y,); print(x.__name__, y.__name__,T.__bases__)
        except TypeError as e: print(e)
for base in (object, int, list):
    for y in (O1, O4, O6, S, list, int, bool, dict, type):
        try:
            class T(base): pass
            T.__bases__ = (y,); print(base.__name__, y.__name__,T.__bases__)
        except TypeError as e: print(e)
