class P:
    def __init__(self): self._v = 0
    def get(self): "get doc"; return self._v
    def set(self, v): self._v = v
    def rem(self): self._v = None
    full = property(get, set, rem, "own doc")
    only = property(get)
    none = property()
    wo = property(None, set)
p = P()
p.full = 3; print(p.full, P.full.__doc__, P.only.__doc__, P.none.__doc__, P.full.fget.__name__, P.full.fset is not None, P.only.fset, P.full.__isabstractmethod__)
del p.full; print(p.full)
for act in (lambda: setattr(p, "only", 1), lambda: delattr(p, "only"), lambda: p.none, lambda: p.wo, lambda: P.only.__set__(p, 1), lambda: property(1, 2, 3, 4, 5)):
    try: print(act())
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
print(isinstance(P.full.getter(lambda s: "new"), property), P.only.setter(P.set).fset is not None, P.full.deleter(None).fdel is not None, P.full.__get__(p) is None, P.full.__get__(None, P) is P.full, P.full.__name__)
class SubProp(property): pass
class Q:
    x = SubProp(lambda self: "sub", doc="d")
print(Q().x, Q.x.__doc__)
class NonData:
    def __get__(self, o, t): return "nondata"
class Data(NonData):
    def __set__(self, o, v): o.__dict__["data"] = v
class C:
    nd = NonData(); data = Data(); plain = 1
c = C()
c.__dict__["nd"] = "inst"; c.__dict__["plain"] = "inst"
c.data = 5
print(c.nd, c.data, c.plain, C.nd, c.__dict__)
class S:
    @staticmethod
    def s(x): "s doc"; return x
    @classmethod
    def c(cls, x): "c doc"; return cls.__name__, x
print(S.s(1), S().s(2), S.c(3), S().c(4), S.__dict__["s"].__func__(5), S.__dict__["c"].__func__(S, 6), S.__dict__["s"].__wrapped__ is S.s, S.__dict__["s"].__doc__, S.c.__doc__, S.__dict__["s"](7))
print(repr(S.__dict__["s"]).split(" at ")[0], type(S.__dict__["c"]).__name__, S.__dict__["c"].__name__, S.__dict__["s"].__isabstractmethod__)
for act in (lambda: staticmethod(), lambda: classmethod(1, 2), lambda: S.__dict__["c"](1), lambda: C.data.__set__):
    try: print(act())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class Base:
    def m(self): return "Base.m"
    @classmethod
    def cm(cls): return "Base.cm " + cls.__name__
    @property
    def pr(self): return "Base.pr"
    attr = "Base.attr"
class Derived(Base):
    def m(self): return super().m() + "+" + super(Derived, self).m() + super().attr
    @classmethod
    def cm(cls): return super().cm()
    @property
    def pr(self): return super().pr + "!"
    def bad(self): return super().nothing
    def rep(self): return repr(super()), super().__self__ is self, super().__thisclass__.__name__, super().__self_class__.__name__
    @staticmethod
    def st(): return super().x
d = Derived()
print(d.m(), Derived.cm(), d.pr, d.rep()[1:], d.rep()[0].split(",")[0])
for act in (d.bad, Derived.st, lambda: super(), lambda: super(1), lambda: super(int, "x"), lambda: super(Derived, 5).m, lambda: super(Derived).m):
    try: print(act())
    except (RuntimeError, TypeError, AttributeError) as e: print(type(e).__name__, e)
u = super(Derived); print(u.__self__, u.__get__(d, Derived).m())
mp = Base.__dict__
print(type(mp).__name__, "m" in mp, mp["attr"], mp.get("zz", 0), len(mp) > 3, sorted(k for k in mp if k[0] != "_"), mp == Base.__dict__, "attr" in list(mp.keys()), mp.copy()["attr"], ("attr", "Base.attr") in mp.items(), (mp | {"q": 1})["q"])
for act in (lambda: mp.__setitem__("a", 1), lambda: type(mp)(5), lambda: hash(mp), lambda: mp["none"]):
    try: print(act())
    except (TypeError, AttributeError, KeyError) as e: print(type(e).__name__, e)
print(type(mp)({"a": 1}), list(reversed(type(mp)({"a": 1, "b": 2}))))
