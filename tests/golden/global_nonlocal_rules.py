# global and nonlocal: what is forbidden, and what the names then mean.


def show(source):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(repr(source), "->", error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print(repr(source), "is fine")


for source in [
    "global x", "nonlocal x", "x = 1\nglobal x", "global x\nx = 1", "print(x)\nglobal x", "x: int\nglobal x", "global x\nx: int",
    "def f():\n  x = 1\n  global x", "def f():\n  print(x)\n  global x", "def f(x):\n  global x", "def f(x):\n  nonlocal x", "def f():\n  nonlocal x",
    "def f():\n  global x\n  nonlocal x", "def f():\n  nonlocal x\n  global x", "def f():\n  global x\n  x: int", "def f():\n  global x\n  global x",
    "def f():\n  x = 1\n  def g():\n    nonlocal x", "def f():\n  x = 1\n  def g():\n    x = 2\n    nonlocal x", "def f():\n  x = 1\n  def g():\n    nonlocal x\n    x: int",
    "def f():\n  x = 1\n  def g():\n    print(x)\n    nonlocal x", "def f():\n  x = 1\n  def g(x):\n    nonlocal x", "def f():\n  global x\n  def g():\n    nonlocal x",
    "def f():\n  def g():\n    nonlocal x\n  x = 1", "class A:\n  nonlocal x", "class A:\n  global x\n  x = 1", "class A:\n  x = 1\n  def f(self):\n    nonlocal x",
    "def f():\n  x = 1\n  class A:\n    nonlocal x\n    x = 2", "def f():\n  for x in y: pass\n  global x", "def f():\n  import x\n  global x", "def f():\n  with a as x: pass\n  global x",
    "def f():\n  try: pass\n  except E as x: pass\n  global x", "def f():\n  def x(): pass\n  global x", "def f():\n  class x: pass\n  global x", "def f():\n  del x\n  global x",
    "def f():\n  (x := 1)\n  global x", "def f():\n  [x for x in y]\n  global x", "def f():\n  [(x := 1) for y in z]\n  global x", "def f():\n  x += 1\n  global x",
    "def f():\n  global x\n  [(x := 1) for y in z]", "def f():\n  lambda: x\n  global x", "def f():\n  match a:\n    case x: pass\n  global x", "def f():\n  import a.b as x\n  global x",
    "def f():\n  global a, b, a", "def f(a):\n  global b, a", "def f():\n  global", "def f():\n  global x.y", "def f():\n  global (x)", "def f():\n  global x = 1",
    "def f():\n  nonlocal x, x", "def f():\n  global __debug__", "def f[T]():\n  nonlocal T", "def f[T]():\n  global T", "class A[T]:\n  nonlocal T", "lambda: (yield)\nglobal y",
    "def f():\n  x = 1\n  def g():\n    def h():\n      nonlocal x\n      x = 2", "def f(*x):\n  global x", "def f(**x):\n  nonlocal x", "def f():\n  if 0:\n    global x\n  x = 1",
    "def f():\n  x = 1\n  if 0:\n    global x", "x = 1\ndef f():\n  global x\n  del x", "async def f():\n  nonlocal x", "def f():\n  type x = int\n  global x",
]:
    show(source)
a = "module"
def f():
    a = "f"
    def g():
        global a
        a = "set by g"
        def h():
            return a
        return h()
    return g(), a
print(f(), a)
def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def gone():
        nonlocal n
        del n
    return up, gone
up, gone = counter()
print(up(), up()); gone()
try:
    up()
except NameError as error:
    print(type(error).__name__, error)
class Scope:
    global made
    made = "by the class body"
    v = 1
    w = [v for _ in range(1)] if False else [1]
    try:
        z = [v for _ in range(1)]
    except NameError as error:
        print(error)
print(made, hasattr(Scope, "made"))
def outer():
    x = "outer"
    class C:
        y = x
        def get(self): return x
        comprehension = [x for _ in "a"]
    return C.y, C().get(), C.comprehension
print(outer())
