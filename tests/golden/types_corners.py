def t(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ': ' + str(e)
# abstract classes by hand
class Abs:
    def f(self): pass
Abs.__abstractmethods__ = frozenset(['f', 'g'])
print(t(lambda: Abs()), Abs.__abstractmethods__ == {'f', 'g'}, t(lambda: type.__abstractmethods__), t(lambda: int.__abstractmethods__))
Abs.__abstractmethods__ = ('one',)
print(t(lambda: Abs())); Abs.__abstractmethods__ = (); print(type(Abs()).__name__); del Abs.__abstractmethods__; print(t(lambda: Abs.__abstractmethods__))
t(lambda: setattr(int, '__abstractmethods__', ()))
print(t(lambda: setattr(int, '__abstractmethods__', ())))
def absf(): pass
absf.__isabstractmethod__ = True
print(property(absf).__isabstractmethod__, staticmethod(absf).__isabstractmethod__, classmethod(absf).__isabstractmethod__, classmethod(len).__isabstractmethod__)
# attributes of types
class A: pass
print(A.__flags__ & (1 << 9) != 0, int.__flags__ & (1 << 9), A.__basicsize__ > 0, A.__type_params__, int.__module__, A.__module__, int.__qualname__, int.__doc__[:3], type.__doc__[:4], A.__text_signature__ if hasattr(A, '__text_signature__') else None)
A.__module__ = 'elsewhere'; print(A, A.__module__); A.__type_params__ = (1,); print(A.__type_params__); A.__qualname__ = 'Outer.A'; print(A)
print(t(lambda: setattr(A, '__qualname__', 5)), t(lambda: delattr(A, '__qualname__')), t(lambda: delattr(A, '__module__')), t(lambda: setattr(int, '__doc__', 'x')), t(lambda: delattr(A, '__doc__')), t(lambda: delattr(A, '__bases__')), t(lambda: setattr(A, '__mro__', ())), t(lambda: setattr(A, '__dict__', {})))
A.__doc__ = 'set doc'; print(A.__doc__, A().__doc__)
class DocDesc:
    def __get__(self, o, t): return 'doc of ' + t.__name__
class WithDocDesc: __doc__ = DocDesc()
print(WithDocDesc.__doc__)
class An: pass
print(An.__annotations__); An.__annotations__ = {'a': 1}; print(An.__annotations__); del An.__annotations__; print(An.__annotations__, t(lambda: int.__annotations__), t(lambda: setattr(int, '__annotations__', {})))
del An.__annotations__; print(t(lambda: delattr(An, '__annotations__')))
print(t(lambda: A.__bases__.__class__), t(lambda: setattr(A, '__bases__', (5,))), t(lambda: setattr(A, '__bases__', (bool,))), t(lambda: setattr(int, '__bases__', (object,))))
class B1: pass
class B2(B1): pass
print(t(lambda: setattr(B1, '__bases__', (B2,))))
# names
print(t(lambda: setattr(B1, '__name__', 'a\0b')), type('Ünï', (), {}), type('Ünï', (), {}).__name__, t(lambda: type('Ünï', (), {})().x))
# object's own methods
o = A(); o.x = 1
print(o.__getstate__(), object().__getstate__(), A().__getstate__(), o.__sizeof__() > 0, (5).__sizeof__() >= 0, A.__sizeof__(o) > 0, type.__sizeof__(A) > 100, t(lambda: o.__format__('x')), t(lambda: o.__format__(5)), o.__dir__() != [])
print(t(lambda: object.__class__), t(lambda: o.__class__), o.__init_subclass__(), t(lambda: o.__subclasshook__(1)), t(lambda: A.__subclasshook__()))
class Mo: pass
print(Mo.__subclasses__(), type(Mo).__subclasses__(type)[:0], object.__subclasses__(object)[:0] if False else '')
# super in odd places
class S1:
    def f(self): return 'S1.f'
    @staticmethod
    def st(): return 'S1.st'
    at = 'S1.at'
class S2(S1):
    def f(self): return 'S2.f'
    un = None
S2.un = super(S2)
s = S2(); print(s.un.f(), S2.un.__self__, super(S2, s).st(), super(S2, s).at, super(S2, S2).st(), t(lambda: super(S2, s).nope), super(S2, s).__class__, t(lambda: setattr(super(S2, s), 'x', 1)), t(lambda: super(S2, s).__self_class__))
print(t(lambda: super(S2, s, 1)), t(lambda: super(x=1)), t(lambda: super(S1, None).__thisclass__), t(lambda: super(int, True).__repr__())[:12], super(bool, True).__add__(5))
class Fake:
    __class__ = S2
print(t(lambda: super(S1, Fake()).__thisclass__))
def nosuper(): return super()
print(t(nosuper))
class NoArgs:
    def f(): return super()
print(t(NoArgs.f))
class DelSelf:
    def f(self):
        del self
        return super()
print(t(DelSelf().f))
# unions and aliases
U = int | str
print(U == (str | int), U != (int | float), hash(U) == hash(str | int), U == 5, {U: 1}[str | int], U | None, None | U, U | U, list[int] | U, t(lambda: U | 5), t(lambda: 5 | U), t(lambda: U()), repr(U), U.__args__, U.__parameters__)
print(isinstance(5, U | list), issubclass(bool, U), t(lambda: issubclass(5, U)), t(lambda: isinstance(5, str | list[int])), t(lambda: issubclass(int, str | list[int])))
G = type(list[int]); print(G(list, (int,)), G(list, int) == list[int], G(dict, (str, int)), t(lambda: G(list)), t(lambda: G()), list[()], tuple[()], list[int, str], list['fwd'], list[None], list[...], list[[int, str]], list[5])
L = list[int]; print(L.append([], 1), L.__origin__ is list, L(), L('ab'), isinstance(L, G), L.__mro_entries__(()), L.__unpacked__, hash(L) == hash(list[int]), L != list[str], L == list, dir(L) != [], t(lambda: L.nope), t(lambda: L.__class__), L.__class__)
class Sub(list[int], metaclass=type): pass
print(Sub.__bases__, Sub.__orig_bases__, Sub.__mro__)
class Gen:
    def __class_getitem__(cls, k): return G(cls, k)
    def __init__(self, v): self.v = v
gi = Gen[int](5); print(gi.v, gi.__orig_class__, Gen[int], Gen[int].v if hasattr(Gen[int], 'v') else None)
# class body corner cases
class Body:
    x = 1
    y = [i for i in [x, x]]
    del x
    def f(self): return __class__
    locals()['dyn'] = 5
    print(__qualname__, __module__)
print(Body.y, hasattr(Body, 'x'), Body().f(), Body.dyn)
def bad_entries():
    class E:
        def __mro_entries__(self, bases): return 5
    class F(E()): pass
print(t(bad_entries))
def good_entries():
    class E:
        def __mro_entries__(self, bases): return (int,)
    class F(E()): pass
    return F.__bases__, type(F.__orig_bases__[0]).__name__
print(t(good_entries))
def prepare_bad():
    class M(type):
        @classmethod
        def __prepare__(m, *a): return 5
    class F(metaclass=M): pass
print(t(prepare_bad))
def metafunc(name, bases, ns, **kw): return (name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
class FromFunc(int, metaclass=metafunc, opt=1): z = 1
print(FromFunc)
print(t(lambda: type('X', (), {'__classcell__': 5})), t(lambda: type('X', (), {'__qualname__': 5})), t(lambda: type('X', (), {'__slots__': 'a b'})), t(lambda: type.__new__(type, 'X', (), {}).__name__), t(lambda: type.__new__(type)), t(lambda: type.__new__(5, 'X', (), {})), t(lambda: type.__new__(int, 'X', (), {})))
print(t(lambda: type.__call__(5)), t(lambda: type.mro(5)), t(lambda: type.__init__(A)), t(lambda: type.__init__(A, 1, 2)), t(lambda: type(5, x=1)), t(lambda: type('X', (), {}, x=1)))
class HasNew:
    def __new__(cls, *a, **k): return super().__new__(cls, *a)
print(t(lambda: HasNew(1)), type(HasNew()).__name__, t(lambda: HasNew.__new__()), t(lambda: HasNew.__new__(5)), t(lambda: object.__new__(HasNew).__class__.__name__), t(lambda: list.__new__(HasNew)))
class IntNew(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
print(IntNew(5), type(IntNew(5)).__name__, t(lambda: object.__new__(IntNew)), t(lambda: float.__new__(IntNew)), int.__new__(IntNew, 3))
