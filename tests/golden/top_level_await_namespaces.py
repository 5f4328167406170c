# Code with await at its top: a coroutine that keeps the namespaces it was made with.
TOP_LEVEL_AWAIT = 0x2000


class Wait:
    def __await__(self):
        answer = yield "waiting"
        return answer


source = "y = 1\nx = await q()\nz = [v async for v in a()]\nprint(sorted(k for k in locals() if k[0] != '_'), x, y, z)"


async def a():
    yield "item"


code = compile(source, "<top>", "exec", flags=TOP_LEVEL_AWAIT)
print(bool(code.co_flags & 0x80), code.co_name)
local = {}
c = eval(code, {"q": Wait, "a": a}, local)
print(type(c).__name__, c.__name__, c.send(None), local)
try:
    c.send(5)
except StopIteration as e:
    print("done", e.value)
print(local)
for how in ("close", "throw", "drop"):
    local = {}
    c = eval(code, {"q": Wait, "a": a}, local)
    c.send(None)
    if how == "close":
        c.close()
    elif how == "throw":
        try:
            c.throw(ValueError("in"))
        except ValueError as e:
            print("thrown", e)
    del c
    print(how, local)
expression = compile("await q()", "<top>", "eval", TOP_LEVEL_AWAIT)
c = eval(expression, {"q": Wait})
c.send(None)
try:
    c.send("value")
except StopIteration as e:
    print(e.value)
namespace = {"q": Wait, "a": a}
namespace["cycle"] = c = eval(code, namespace)
c.send(None)
