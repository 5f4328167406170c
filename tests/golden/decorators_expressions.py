# Decorators: any expression, order of evaluation, what they get.
log = []
def note(name):
    log.append(("made", name))
    def decorate(thing): log.append(("applied", name, getattr(thing, "__name__", thing))); return thing
    return decorate
@note("outer")
@note("inner")
def f(x=log.append("default"), *, y: log.append("annotation") = log.append("kwdefault")): pass
print(log); log.clear()
@note("class")
class A(log.append("base") or object, metaclass=(log.append("metaclass") or type)):
    log.append("body")
    @note("method")
    @staticmethod
    def m(): return "m"
    @property
    @note("under property")
    def p(self): return "p"
    @classmethod
    @property
    def old(cls): return cls.__name__ if False else None
print(log, A.m(), A().p); log.clear()
decorators = [note("from list"), lambda g: ("lambda", g.__name__)]
@decorators[0]
def listed(): pass
@decorators[1]
def replaced(): pass
print(replaced, listed.__name__)
@(lambda g: g.__name__.upper())
def parenthesised(): pass
@[lambda g: 1, lambda g: 2][True]
def indexed(): pass
@(d := note("walrus"))
def walrus(): pass
@note("a") if True else note("b")
def conditional(): pass
print(parenthesised, indexed, d is not None, log); log.clear()
@str
class Text: pass
@int.__add__.__get__(5) if False else (lambda c: 5)
class Five: pass
print(Text, Five)
@lambda c: c
class Lam: pass
@{"k": lambda c: "from dict"}["k"]
class FromDict: pass
print(Lam.__name__, FromDict)
def attempt(source):
    try: exec(source, {})
    except Exception as error: print(repr(source), type(error).__name__, error)
for source in ["@1\ndef f(): pass", "@None\nclass A: pass", "@undefined\ndef f(): pass", "@int\ndef f(): pass", "@len\nclass A: pass", "@(yield)\ndef f(): pass", "@x = 1\ndef f(): pass", "@\ndef f(): pass", "@a\n@b\nx = 1", "@a def f(): pass", "@*a\ndef f(): pass", "@a, b\ndef f(): pass", "@a\n\ndef f(): pass", "@a # c\n# d\ndef f(): pass"]:
    attempt(source)
def count(f):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)
    wrapper.calls = 0
    wrapper.__wrapped__ = f
    return wrapper
@count
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(10), fib.calls, fib.__wrapped__.__name__, fib.__name__, fib.__qualname__)
class Register:
    known = {}
    def __init__(self, key): self.key = key
    def __call__(self, thing): self.known[self.key] = thing; return thing
@Register("x")
@Register("y")
def registered(): pass
@Register(1)
async def coroutine(): pass
print(sorted(map(str, Register.known)), registered.__code__.co_firstlineno - f.__code__.co_firstlineno)
