# async and await: where they may stand.


def show(source):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(repr(source), "->", error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print(repr(source), "is fine")


for source in [
    "await x", "def f(): await x", "async def f(): await x", "async def f(): await", "async def f(): await x y", "async def f(): await await x", "async def f(): await -x", "async def f(): -await x", "async def f(): await x ** 2", "async def f(): 2 ** await x", "async def f(): await x.y()", "async def f(): (await x).y", "async def f(): await (yield)", "async def f(): await lambda: x", "async def f(): await not x", "async def f(): not await x",
    "async def f(): await x = 1", "async def f(): await x += 1", "async def f(): del await x", "async def f(): yield await x", "async def f(): await x if await y else await z", "async def f(): [await x for x in y]", "async def f(): [x async for x in y]", "async def f(): [x for x in y if await x]", "async def f(): {await x: await y for z in w}", "async def f(): (x async for x in y)", "def f(): [x async for x in y]", "def f(): (x async for x in y)", "[x async for x in y]", "(x async for x in y)", "[await x for x in y]", "(await x for x in y)",
    "def f(): (await x for x in y)", "async def f(): [[x async for x in y] for z in w]", "async def f(): [x for x in [y async for y in z]]", "async def f():\n  def g(): await x", "async def f():\n  def g(): [x async for x in y]", "async def f():\n  lambda: await x", "async def f():\n  lambda x=await y: x", "async def f():\n  def g(x=await y): pass", "async def f():\n  class A: await x", "async def f():\n  class A(await x): pass", "async def f():\n  @(await x)\n  def g(): pass", "async def f(x=await y): pass", "async def f(x: await y): pass", "async def f():\n  def g(x: await y): pass",
    "async for x in y: pass", "def f():\n  async for x in y: pass", "async def f():\n  async for x in y: pass\n  else: pass", "async with x: pass", "def f():\n  async with x: pass", "async def f():\n  async with x as y, z as w: pass", "async def f():\n  async with (x as y, z): pass", "async def f():\n  for async x in y: pass", "async def f():\n  async while x: pass", "async def f():\n  async if x: pass", "async class A: pass", "async x = 1", "async", "async = 1", "await = 1", "def async(): pass", "def await(): pass", "x.async", "x.await", "f(async=1)", "f(await=1)", "import async", "from async import x", "class async: pass", "async lambda: 1", "async def f: pass", "async def f()", "async def", "async def f(): pass; await x",
    "async def f(): yield 1", "async def f(): yield", "async def f(): yield 1; return", "async def f(): yield 1; return 2", "async def f(): return 1", "async def f(): yield from x", "async def f(): x = yield from y", "def f(): yield from x", "yield 1", "yield from x", "x = yield", "class A: yield 1", "class A: await x", "lambda: (yield)", "lambda: await x", "lambda: (yield from x)", "[(yield) for x in y]", "((yield) for x in y)", "{(yield): 1 for x in y}", "def f(): [(yield) for x in y]", "def f(): [x for x in (yield)]", "def f(): [x for x in y for z in (yield)]", "def f(): ((yield from x) for y in z)", "async def f(): [(yield) for x in y]", "def f(x=(yield)): pass", "def f(x: (yield)): pass", "def f() -> (yield): pass", "def f():\n  class A: yield 1", "def f():\n  class A((yield)): pass",
    "return", "return 1", "class A: return 1", "if 1: return", "def f():\n  class A: return", "async def f():\n  async for x in y:\n    break\n  continue", "break", "continue", "if 1: break", "def f(): break", "while 1:\n  def f(): break", "while 1:\n  class A: continue", "for x in y:\n  pass\nelse: break", "while 1: pass\nelse: continue", "while 1:\n  try: pass\n  finally: break", "while 1:\n  if x: break\n  else: continue", "[break for x in y]", "lambda: break", "while 1:\n  with x: break", "match x:\n  case 1: break", "while 1:\n  match x:\n    case 1: break", "try: pass\nfinally: continue",
]:
    show(source)
