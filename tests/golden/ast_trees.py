# ast: parse, dump, nodes made by hand, visitors, and compiling what they made.
import ast

def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, str(e).split(" object at ")[0])

source = '''
@decorator(1)
async def f(a, /, b: int = 2, *c, d=3, **e) -> None:
    "doc"
    async with x as (y, z), w: pass
    return [i async for i in q if i], {**k, 1: 2}, {*()}, a[1:2, ..., ::3]
class C[T: int, *Ts, **P](B, metaclass=M):
    x: list[int] = []
    type A[T] = T | None
match p:
    case [1, *_, C(x=1, y=-1.5j)] | {"k": v, **rest} if v: pass
    case None | "s": pass
try: pass
except* (A, B) as g: raise X from None
else: del a.b, c[0]
finally: assert not x, "m"
for i, *j in z: continue
else: print(f"{a!r:>{w}.2f}{{}}", u"u", b"b", 1e400, sep="")
while x if y else (yield_ := 3): break
lambda *, k=1: (x, y) @ z ** -1 // 2 and not a <= b is not c
'''
tree = ast.parse(source)
print(ast.dump(tree, indent=2))
print(ast.dump(ast.parse("x = y.z(1)", mode="exec").body[0], include_attributes=True, annotate_fields=False))
print(ast.dump(ast.parse("a + 1", mode="eval"), show_empty=True), ast.dump(ast.parse("pass", mode="single")))
print(ast.unparse(tree))
print([type(n).__name__ for n in ast.walk(ast.parse("f(x, y=1)"))])

class Names(ast.NodeVisitor):
    def __init__(self): self.found = []
    def visit_Name(self, node):
        self.found.append((node.id, type(node.ctx).__name__, node.lineno, node.col_offset))
        self.generic_visit(node)
names = Names()
names.visit(ast.parse("a = b + c(d)\ndel e"))
print(names.found)

class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)
    def visit_Pass(self, node): return None
    def visit_Break(self, node): return [ast.Continue(), ast.Continue()]
tree = Double().visit(ast.parse("x = 3 + len('ab')\nfor i in (1, 2):\n    pass\n    break"))
print(ast.unparse(tree))
exec(compile(ast.fix_missing_locations(tree), "<tree>", "exec"))
print(x)
node = ast.Expression(ast.BinOp(ast.Constant(20), ast.Mult(), ast.Constant(2)))
attempt(lambda: eval(compile(node, "<tree>", "eval")))
attempt(lambda: eval(compile(ast.fix_missing_locations(node), "<tree>", "eval")))
attempt(compile, ast.parse("1", mode="eval"), "f", "exec")
attempt(ast.Name, 1, 2, 3)
attempt(ast.Name, "x", id="y")
attempt(ast.dump, "x")
attempt(ast.parse, "x = ")
attempt(lambda: ast.Name("x").missing)
n = ast.Name("x")
print(n._fields, n.ctx.__class__.__name__, isinstance(n, ast.expr), ast.FunctionDef("f", ast.arguments()).body, n._attributes)
print(ast.get_docstring(ast.parse('"""Doc.\n\n    More.\n    """')), ast.get_docstring(ast.parse("x")))
print(repr(ast.get_source_segment("a = b + c\nd", ast.parse("a = b + c\nd").body[0].value)))
print(ast.increment_lineno(ast.parse("x"), 5).body[0].lineno)
match ast.parse("f(1)", mode="eval"):
    case ast.Expression(ast.Call(ast.Name(name), [ast.Constant(value)])):
        print("matched", name, value)
