# except*: what it catches, what is left, and what is forbidden.


def show(source):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(repr(source), "->", error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print(repr(source), "is fine")


for source in [
    "try: pass\nexcept*: pass", "try: pass\nexcept* E: pass", "try: pass\nexcept *E: pass", "try: pass\nexcept * E as e: pass", "try: pass\nexcept* (A, B): pass", "try: pass\nexcept* A, B: pass", "try: pass\nexcept* A, B as e: pass", "try: pass\nexcept* E as e.x: pass", "try: pass\nexcept* E as 1: pass", "try: pass\nexcept* E as (a): pass", "try: pass\nexcept* E as: pass",
    "try: pass\nexcept* E pass", "try: pass\nexcept* E:\npass", "try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept A: pass\nexcept* B: pass", "try: pass\nexcept: pass\nexcept* B: pass", "try: pass\nexcept* A: pass\nexcept: pass", "try: pass\nexcept* A: pass\nelse: pass\nfinally: pass", "try: pass\nelse: pass\nexcept* A: pass", "try: pass\nfinally: pass\nexcept* A: pass",
    "for x in y:\n  try: pass\n  except* E: break", "for x in y:\n  try: pass\n  except* E: continue", "def f():\n  try: pass\n  except* E: return", "for x in y:\n  try: pass\n  except* E:\n    for z in w: break", "def f():\n  try: pass\n  except* E:\n    def g(): return 1", "def f():\n  try: pass\n  except* E:\n    try: pass\n    finally: return", "def f():\n  try: pass\n  except* E: pass\n  else: return", "def f():\n  try: return\n  except* E: pass\n  finally: return",
    "def f():\n  try: pass\n  except* E:\n    while 1:\n      if x: continue\n      return", "def f():\n  try: pass\n  except* E:\n    lambda: (yield)", "def f():\n  try: pass\n  except* E:\n    yield 1", "try: pass\nexcept A: pass\nexcept: pass\nexcept B: pass", "try: pass\nexcept A, B: pass", "try: pass\nexcept A, B as e: pass", "try: pass\nexcept A, B, C: pass", "try: pass\nexcept (A, B) as e: pass", "try: pass\nexcept A as e.x: pass", "try: pass\nexcept A as 'x': pass",
    "try: pass\nexcept A as (e): pass", "try: pass\nexcept A as [e]: pass", "try: pass\nexcept A as None: pass", "try: pass\nexcept A as __debug__: pass", "try: pass\nexcept as e: pass", "try: pass\nexcept A e: pass", "try: pass\nexcept A:\npass", "try:\npass\nexcept: pass", "try pass", "try: pass", "try: pass\nelse: pass", "try: pass\nx = 1", "except: pass", "finally: pass", "try: pass\nfinally: pass\nelse: pass", "try: pass\nexcept: pass\nfinally: pass\nexcept: pass", "try: pass\nexcept yield: pass", "try: pass\nexcept *a, b: pass", "try: pass\nexcept lambda: 1: pass", "try: pass\nexcept a if b else c: pass", "try: pass\nexcept (a := b): pass", "try: pass\nexcept a := b: pass",
]:
    show(source)


def run(name, function):
    try: print(name, function())
    except BaseException as error: print(name, "raised", show_group(error))
def show_group(e):
    return f"{type(e).__name__}({e.args[0]!r}, [{', '.join(map(show_group, e.exceptions))}])" if isinstance(e, BaseExceptionGroup) else repr(e)
def split(*types):
    log = []
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("n", [KeyError(3), ValueError(4)])])
    except* types[0] as e: log.append(show_group(e))
    except* types[1:] as e: log.append(show_group(e))
    else: log.append("else")
    finally: log.append("finally")
    return log
run("all", lambda: split(ValueError, TypeError, KeyError)); run("none", lambda: split(OSError, ArithmeticError)); run("some", lambda: split(KeyError, TypeError)); run("base", lambda: split(Exception, OSError)); run("lookup", lambda: split(LookupError, Exception))
def naked2():
    result = None
    try: raise ValueError("naked")
    except* ValueError as e: result = show_group(e)
    return result
run("naked", naked2)
def reraise():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError: raise
    except* TypeError as e: raise RuntimeError("new") from None
run("reraise", reraise)
def bad_type():
    try: raise ValueError
    except* ExceptionGroup: pass
run("group type", bad_type)
def bad_type2():
    try: raise ValueError
    except* 5: pass
run("no type", bad_type2)
def no_raise():
    log = []
    try: pass
    except* ValueError: log.append("x")
    else: log.append("else")
    return log
run("no raise", no_raise)
def base_group():
    log = []
    try: raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
    except* ValueError as e: log.append(show_group(e))
    return log
run("base group", base_group)
