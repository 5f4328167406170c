for s in ("{1: 2, a 3}", "f'{a!x}'", "x = 1 + \\\ny z", "(a as b)"):
    try: compile(s, b"f", "exec", 0, True, 1)
    except SyntaxError as e: e.text
try: "".split(maxsplt=1)
except TypeError: pass
def o():
    a = 1
    def i(): return a
    return i
exec(o().__code__, {}, None, closure=o().__closure__)
eval("1 + x", {"x": 1})
[eval("y") for y in (1,)]
class G:
    def __getattr__(self, n): raise AttributeError("no")
try: G().x
except AttributeError as e: e.name
