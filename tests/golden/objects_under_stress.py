# Code that changes objects while the interpreter is busy with them.
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ': ' + str(e)
class DelAttr:
    def __del__(self):
        holder.__dict__.clear()
        holder.after = 'set in __del__'
class H: pass
holder = H()
holder.a = DelAttr(); holder.b = 1; holder.c = 2
holder.a = None
print(holder.__dict__)
holder.a = DelAttr(); del holder.a; print(holder.__dict__)
class Evil:
    def __eq__(self, o):
        lst.clear()
        return False
    __hash__ = object.__hash__
lst = [Evil(), Evil(), Evil()]
print(t(lambda: 5 in lst), lst)
class Morph:
    def __getattr__(self, n):
        Morph.found = 'now on class'
        del Morph.__getattr__
        return 'first'
m = Morph(); print(m.found, m.found)
class Desc:
    def __get__(self, o, t):
        del t.d
        return 'descriptor deleted itself'
class HasDesc: d = Desc()
print(HasDesc().d, hasattr(HasDesc, 'd'))
class SetName:
    def __set_name__(self, owner, name):
        setattr(owner, 'added_' + name, 1); delattr(owner, name)
class Owner:
    a = SetName(); b = SetName()
print(sorted(n for n in vars(Owner) if not n.startswith('__')))
class MetaMro(type):
    def mro(cls):
        return [cls, Extra, object] if cls.__name__ == 'Tricky' else super().mro()
class Extra:
    def extra(self): return 'extra'
class Tricky(metaclass=MetaMro): pass
print(Tricky().extra(), [c.__name__ for c in Tricky.__mro__], issubclass(Tricky, Extra), isinstance(Tricky(), Extra))
class BadMro(type):
    def mro(cls): return [5] if cls.__name__ == 'Bad' else super().mro()
print(t(lambda: BadMro('Bad', (), {})))
class Res:
    saved = []
    def __del__(self): Res.saved.append(self)
r = Res(); r.tag = 1; del r
r = Res.saved.pop(); print(r.tag); del r; print(len(Res.saved))
class Self:
    def __init__(self): self.me = self
    def __del__(self): print('collected', self.me is self)
Self(); import gc; gc.collect()
class Add:
    def __add__(self, o):
        Add.__add__ = lambda s, o: 'replaced'
        return 'original'
x = Add(); print(x + 1, x + 1)
class CallSelf:
    def __call__(self): del CallSelf.__call__; return 'called'
c = CallSelf(); print(c(), t(c))
class Chain:
    def __getattr__(self, n): return getattr(self, n + 'x')
import sys
sys.setrecursionlimit(200)
print(t(lambda: Chain().a)[:60])
class RecRepr:
    def __repr__(self): return repr(self)
print(t(lambda: repr(RecRepr()))[:60])
class RecEq:
    def __eq__(self, o): return self == o
print(t(lambda: RecEq() == 1)[:60])
class RecHash:
    def __hash__(self): return hash(self)
print(t(lambda: hash(RecHash()))[:60])
class RecCall: pass
RecCall.__call__ = RecCall()
print(t(lambda: RecCall()())[:60])
class RecGet:
    @property
    def p(self): return self.p
print(t(lambda: RecGet().p)[:60])
sys.setrecursionlimit(1000)
class D(dict):
    def __getitem__(self, k): return 'sub ' + k
    def __contains__(self, k): return True
print(D()['a'], 'zz' in D(), D(a=1).get('a'), '%(x)s' % D())
class I(int):
    def __add__(self, o): return 'I.add'
    def __radd__(self, o): return 'I.radd'
    def __eq__(self, o): return 'I.eq'
    def __hash__(self): return 7
    def __bool__(self): return False
    def __index__(self): return 3
    def __repr__(self): return 'I()'
    def __str__(self): return 'Istr'
i = I(5); print(i + 1, 1 + i, i == 5, hash(i), bool(i), [0, 1, 2, 3, 4, 5, 6][i], i, repr(i), f'{i}', '%d' % i, i * 2, -i, i.real)
class L(list):
    def __len__(self): return 99
    def __iter__(self): return iter('it')
    def append(self, x): list.append(self, x * 2)
l = L([1]); l.append(4); print(len(l), list(l), l[1], l + [1], [*l], tuple(l))
class T(tuple):
    def __new__(cls, *a): return tuple.__new__(cls, a)
    def __getitem__(self, i): return 'item'
print(T(1, 2), T(1, 2)[0], T(1, 2) + (3,), T(1, 2) == (1, 2), hash(T(1, 2)) == hash((1, 2)))
class St(str):
    def __len__(self): return 42
    def __str__(self): return 'custom str'
    def upper(self): return 'UP'
s = St('abc'); print(len(s), str(s), s.upper(), s + 'd', s == 'abc', hash(s) == hash('abc'), {'abc': 1}[s], f'{s}', s[1])
class Fl(float):
    def __mul__(self, o): return 'Fl.mul'
    def __rmul__(self, o): return 'Fl.rmul'
print(Fl(2.5) * 2, 2 * Fl(2.5), Fl(2.5) + 1, type(Fl(2) + 1).__name__)
class E(Exception):
    def __str__(self): return 'E str'
    def __eq__(self, o): return True
print(str(E()), repr(E(1)), E() == 5)
class Meta2(type):
    def __call__(cls, *a): return 'no instance'
class NoInst(metaclass=Meta2): pass
print(NoInst(1, 2, 3))
class Slotted:
    __slots__ = ('a',)
    def __del__(self): print('del slotted', self.a)
s = Slotted(); s.a = [1]; del s
def make():
    class Local:
        def __init__(self): self.cls = Local
    return Local()
loc = make(); print(type(loc).__name__); del loc; print(gc.collect() > 0)
