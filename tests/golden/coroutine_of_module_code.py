# Code compiled with top-level await is a coroutine that keeps its namespace until it ends.
import gc
async def answer(): return 42
code = compile("x = await answer()\ny = x + z", "<s>", "exec", flags=0x2000)
space = {"answer": answer, "z": 1}
coroutine = eval(code, space)
try:
    coroutine.send(None)
except StopIteration as e:
    print(e.value, space["x"], space["y"])
class Locals(dict):
    def __missing__(self, key): raise KeyError(key)
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)
coroutine = eval(code, space, Locals())
try:
    coroutine.send(None)
except StopIteration as e:
    print(e.value, sorted(k for k in space if k[0] != "_"))
coroutine = eval(compile("await missing", "<s>", "exec", flags=0x2000), space, {})
try:
    coroutine.send(None)
except NameError as e:
    print(e)
class Waiting:
    def __await__(self): yield "waiting"
coroutine = eval(compile("await w", "<s>", "exec", flags=0x2000), {"w": Waiting()}, {})
print(coroutine.send(None))
coroutine.close()
coroutine = eval(compile("await w", "<s>", "exec", flags=0x2000), {"w": Waiting()}, {})
print(coroutine.send(None))
del coroutine
