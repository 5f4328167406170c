# compile(), eval() and exec(): their arguments, flags, namespaces, closures and errors.
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class P:
    def __fspath__(self): return "p.py"
print(compile("1", b"b\xff.py", "eval").co_filename.encode("utf-8", "surrogateescape"), compile("1", P(), "eval").co_filename)
t(compile, "1", 3, "eval"); t(compile, "1", "f", "x"); t(compile, "1", "f", "eval", 1<<30); t(compile, "1", "f", "eval", 0, False, 5)
t(compile, "1", "f", "eval", "a"); t(compile, 1, "f", "eval"); t(compile); t(compile, "1", "f"); t(compile, "1", "f", 1)
src = 'def f():\n "doc"\n assert 0, "no"\n return __debug__, f.__doc__\n'
for o in (-1, 0, 1, 2):
    ns = {}
    exec(compile(src, "f", "exec", optimize=o), ns)
    t(ns["f"])
for kw in (dict(), dict(dont_inherit=True)):
    print(compile("x: int", "f", "exec", **kw).co_flags & 0x1000000)
ns = {}
exec(compile("from __future__ import annotations\ndef g():\n  exec('x: foo', ns); return eval('lambda y: 1'), compile('def f(x: y.z): 1','f','exec').co_flags, compile('1','f','eval',dont_inherit=True).co_flags\nns={}", "f", "exec"), ns)
r = ns["g"](); print(r[1] & 0x1000000, r[2] & 0x1000000, ns["ns"]["__annotations__"])
t(exec, "x", closure=()); t(exec, "1", None, None, closure=3)
def outer():
    a, b = 1, 2
    def inner():
        nonlocal a
        a += b
        return a
    return inner
i = outer()
t(exec, i.__code__); t(eval, i.__code__); t(exec, i.__code__, closure=()); t(exec, i.__code__, closure=i.__closure__); print(i.__closure__[0].cell_contents)
t(exec, i.__code__, closure=list(i.__closure__)); t(exec, i.__code__, closure=(1, 2)); t(exec, compile("1","f","exec"), closure=i.__closure__)
t(eval, b" \t 1+1"); t(eval, "\t 1+1"); t(eval, " \n1"); t(eval, bytearray(b"2")); t(eval, memoryview(b"3")); t(eval, "'\ud800'"); t(exec, "a\0b"); t(eval, 1); t(exec, 1.5); t(eval)
t(eval, "1", 1); t(eval, "1", [], 1); t(eval, "1", {}, 1); t(exec, "1", 1); t(exec, "1", {}, 1)
class M:
    def __getitem__(self, k): 
        if k.startswith('q'): return k * 2
        raise KeyError(k)
t(eval, "qa + qb", {}, M()); t(eval, "zz", {}, M())
class D(dict):
    def __missing__(self, k): return k.upper()
t(eval, "abc", {}, D()); t(eval, "abc", D()) 
exec("x = 5", {}, d := D()); print(d)
print(eval("globals() is locals()", {}), eval("[x for x in y]", {"y": "ab"}), eval("(lambda: z)()", {"z": 1}))
print(eval(compile("print('p')", "f", "exec")), eval(compile("5", "f", "single")), exec("5"))
await_ = compile("await x", "f", "eval", 0x2000); print(await_.co_flags & 0x80)
async def co(): return 42
async def main(): return await eval(await_, {"x": co()})
try: main().send(None)
except StopIteration as e: print(e.value)
print(sorted(k for k in ns if k[0] != "_"))
