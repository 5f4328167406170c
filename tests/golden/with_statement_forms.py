# with: forms, order, what is no context manager, exceptions on the way in and out.
log = []
class CM:
    def __init__(self, name, enter=None, exit=None, swallow=False): self.name, self.enter, self.exit, self.swallow = name, enter, exit, swallow
    def __enter__(self):
        log.append(f"+{self.name}")
        if self.enter: raise self.enter
        return self.name
    def __exit__(self, kind, value, tb):
        log.append(f"-{self.name}:{kind.__name__ if kind else None}:{value}:{tb is not None}")
        if self.exit: raise self.exit
        return self.swallow
def run(source):
    log.clear()
    names = {"CM": CM, "log": log}
    try: exec(source, names)
    except BaseException as e: log.append(f"raised {e!r} context {e.__context__!r}")
    print(repr(source)); print("  ", log, {k: v for k, v in names.items() if k in "xyz"})
for source in ["with CM('a'): pass", "with CM('a') as x: log.append(x)", "with CM('a') as x, CM('b') as y: log.append(x + y)", "with (CM('a') as x, CM('b') as y,): pass", "with (CM('a'), CM('b')): pass", "with (CM('a')): pass", "with (CM('a')) as x: pass", "with (CM('a'), CM('b')) as x: pass", "with (CM('a') as x): pass", "with (yield_ := CM('a')) as x: pass", "with CM('a') as (x, *y): pass", "with CM('ab') as [x, y]: pass", "with CM('a') as (x, y): pass", "x = {}\nwith CM('a') as x['k']: pass",
               "with CM('a'), CM('b'): 1/0", "with CM('a', swallow=True), CM('b'): 1/0", "with CM('a'), CM('b', swallow=True): 1/0", "with CM('a', swallow=5): 1/0", "with CM('a', swallow=[]): 1/0", "with CM('a', enter=ValueError('in')): pass", "with CM('a'), CM('b', enter=ValueError('in')): pass", "with CM('a', exit=KeyError('out')): pass", "with CM('a', exit=KeyError('out')): 1/0", "with CM('a', swallow=True), CM('b', exit=KeyError('out')): 1/0",
               "with 5: pass", "with None as x: pass", "with CM: pass", "with CM('a'), 5: pass", "with object(): pass", "class E:\n def __enter__(self): pass\nwith E(): pass", "class E:\n def __exit__(self, *a): pass\nwith E(): pass", "class E:\n __enter__ = __exit__ = None\nwith E(): pass", "class E:\n async def __aenter__(self): pass\n async def __aexit__(self, *a): pass\nwith E(): pass", "class E:\n def __enter__(self): return 1\n def __exit__(self): pass\nwith E() as x: pass",
               "e = CM('a')\ne.__enter__ = None\nwith e: pass", "with CM('a') as x: x = 'rebound'", "for i in 'ab':\n with CM(i):\n  if i == 'a': continue\n  break", "def f():\n with CM('a'): return 'r'\nx = f()", "def g():\n with CM('a'): yield 1\nx = next(g())", "with CM('a'):\n with CM('b'): raise SystemExit(3)", "with CM('a', swallow=True): raise KeyboardInterrupt", "with CM('a') as x.y: pass", "with CM('a') as undefined[0]: pass", "try:\n with CM('a'): raise ValueError('v')\nexcept ValueError as e: log.append('caught')\nelse: log.append('no')\nfinally: log.append('f')"]:
    run(source)
for source in ["with: pass", "with a as: pass", "with a as b as c: pass", "with a b: pass", "with a, : pass", "with (a, b: pass", "with (a as b, c as d) as e: pass", "with (a as b), c: pass", "with (a as b, c), d: pass", "with (a, b), c: pass", "with ((a as b)): pass", "with (a as b): pass", "with (a as b,): pass", "with (,): pass", "with (): pass", "with (a for a in b): pass", "with (a for a in b) as c, d: pass", "with a as 1: pass", "with a as f(): pass", "with a as (b, 1): pass", "with a as *b: pass", "with (a as b.c, d as e[0]): pass", "with (*a, b): pass", "with *a, b: pass", "with a as b, *c: pass", "with lambda: a: pass", "with a if b else c as d: pass", "with yield: pass", "with (yield): pass", "with a\n  pass", "with a:\npass", "with a as b:\n", "with (a as b)\n  pass", "with (a, b) as c, d as e: pass", "with a, (b as c): pass", "with open(a)as b: pass", "with (a\n as b\n, c): pass", "with (a) as (b): pass", "with (a).b as c: pass", "with (a)(b) as c, (d)[e]: pass", "with (a, b)[0] as c: pass", "with (a as b)[0]: pass", "with (a) if b else c: pass", "with {a as b}: pass", "with [a as b]: pass", "(a as b)", "x = (a as b)", "f(a as b)"]:
    try: compile(source, "<text>", "exec")
    except SyntaxError as error: print(repr(source), "->", error.msg, error.lineno, error.offset, error.end_offset)
    else: print(repr(source), "is fine")
