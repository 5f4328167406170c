# A proxy hands every operation to its target and raises ReferenceError once that is gone.
import weakref

class Number:
    def __init__(self, n): self.n = n
    def __add__(self, other): return ("add", self.n, getattr(other, "n", other))
    def __radd__(self, other): return ("radd", other, self.n)
    def __iadd__(self, other): self.n += 1; return self
    def __neg__(self): return -self.n
    def __eq__(self, other): return self.n == getattr(other, "n", other)
    def __lt__(self, other): return self.n < getattr(other, "n", other)
    def __len__(self): return 3
    def __getitem__(self, key): return ("item", key)
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
    def __contains__(self, item): return item == self.n
    def __iter__(self): return iter([self.n] * 2)
    def __bool__(self): return self.n > 0
    def __int__(self): return self.n
    def __float__(self): return self.n / 2
    def __index__(self): return self.n
    def __str__(self): return f"N{self.n}"
    def __divmod__(self, other): return "divmod", other
    def __pow__(self, *rest): return "pow", rest
    def __bytes__(self): return b"bytes"

def attempt(label, f):
    try:
        print(label, "->", f())
    except Exception as error:
        print(label, "->", type(error).__name__, error)

number = Number(5)
proxy = weakref.proxy(number)
print(type(proxy), proxy is weakref.proxy(number), weakref.getweakrefcount(number))
for label, f in {
    "add": lambda: proxy + 1, "radd": lambda: 1 + proxy, "both": lambda: proxy + proxy, "neg": lambda: -proxy,
    "eq": lambda: proxy == 5, "eq proxy": lambda: proxy == proxy, "lt": lambda: proxy < 6, "len": lambda: len(proxy),
    "item": lambda: proxy[2], "in": lambda: 5 in proxy, "iter": lambda: list(proxy), "bool": lambda: bool(proxy),
    "int": lambda: int(proxy), "float": lambda: float(proxy), "index": lambda: [0] * proxy, "str": lambda: str(proxy),
    "divmod": lambda: divmod(proxy, 2), "pow": lambda: proxy ** 2, "pow3": lambda: pow(proxy, 2, 3),
    "bytes": lambda: bytes(proxy), "hash": lambda: hash(proxy), "missing": lambda: proxy.missing,
    "sub": lambda: proxy - 1, "invert": lambda: ~proxy, "call": lambda: proxy(), "next": lambda: next(proxy),
    "class": lambda: proxy.__class__.__name__, "isinstance": lambda: isinstance(proxy, Number),
    "format": lambda: f"{proxy}",
}.items():
    attempt(label, f)
proxy[1] = 2
del proxy[1]
proxy.extra = 1
print(number.extra, proxy.n)
del proxy.extra
attempt("deleted", lambda: number.extra)
proxy += 1
print(type(proxy).__name__, proxy.n)
proxy = weakref.proxy(number, lambda p: print("gone", type(p).__name__))
print(weakref.getweakrefcount(number))
del number
attempt("dead attribute", lambda: proxy.n)
attempt("dead add", lambda: proxy + 1)
attempt("dead str", lambda: str(proxy))
attempt("dead bool", lambda: bool(proxy))
attempt("dead eq", lambda: proxy == 1)
print(repr(proxy).endswith("; dead>"))

def function(a, b=2): return a, b
callable_proxy = weakref.proxy(function)
print(type(callable_proxy), callable_proxy(1), callable_proxy(1, b=3), callable_proxy.__name__)
attempt("no target", lambda: weakref.proxy(1))
attempt("no arguments", lambda: weakref.proxy())
attempt("no instances", lambda: weakref.ProxyType(function))
print(weakref.ProxyTypes)
