# How deep loops, with, try and handlers may be nested.
def t(s):
    try: compile(s, 'f', 'exec'); return 'ok'
    except OverflowError: return 'ok'
    except SyntaxError as e: return e.msg, e.lineno, e.offset
def nest(head, n, tail="", step=1):
    s = ""
    for i in range(n):
        s += "    " * i + head.replace("\n", "\n" + "    " * i) + "\n"
    return s + "    " * n + "pass\n" + "".join("    " * i + tail.replace("\n", "\n" + "    " * i) + "\n" for i in reversed(range(n)) if tail)
heads = [("while 1:", ""), ("for i in x:", ""), ("with a:", ""), ("with a as b:", ""), ("try:", "finally: pass"), ("try:", "except: pass"), ("try:\n    a\nexcept E as e:", ""), ("try:\n    a\nexcept E:", ""), ("try:\n    a\nexcept:", ""), ("try:\n    a\nexcept* E as e:", ""), ("try:\n    a\nexcept* E:", ""), ("try:\n    a\nexcept E: pass\nelse:", ""), ("try:", "except E: pass\nfinally: pass"), ("if 1:", ""), ("match 1:\n    case 1: pass\nwhile 1:",""), ("while 1: pass\nelse:",""), ("for x in y: pass\nelse:", ""), ("try:", "except* E: pass")]
for h, tl in heads:
    for n in range(8, 24):
        r = t(nest(h, n, tl))
        if r != "ok": break
    print(repr(h), repr(tl), n, r)
for h in ("async with a:", "async for i in x:"):
    for n in range(8, 24):
        r = t("async def f():\n    " + nest(h, n).replace("\n", "\n    "))
        if r != "ok": break
    print(h, n, r)

# global in a handler comes before the use in else
code = """
def f():
    try:
        pass
    %s Exception:
        global a
    else:
        print(a)
f()
"""
a = 5
exec(code % "except")
exec(code % "except*")
