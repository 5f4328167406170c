print(eval("1 + 2 * x", {"x": 5}))
namespace = {}
exec("def f(a):\n    return [a] * 3\nresult = f('y')", namespace)
print(namespace["result"], compile("1", "<s>", "eval").co_filename)
try:
    eval("1 +")
except SyntaxError as e:
    print(e.msg)
