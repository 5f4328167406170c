# f-strings: nesting, format specifications, conversions, =, quotes and lines.
class F:
    def __init__(self, name): self.name = name
    def __format__(self, spec): return f"<{self.name}:{spec}>"
    def __repr__(self): return f"F({self.name!r})"
    def __str__(self): return f"str of {self.name}"


a, b, width, precision, items, f, d, text = 12.3456, 7, 10, 3, [3, 1, 2], F("f"), {"k": {"n": 1}}, "it's"
print(f"{a:{width}.{precision}}|{a:>{width}}|{a:{'<'}{width}}|{b:{'0'}{width}{'d'}}|{a:{width}.{precision}f}|{b:#{'x'}}")
print(f"{f}|{f:}|{f:spec}|{f!r}|{f!s}|{f!a}|{f!r:>10}|{f:{f}}|{f:{f!r}}")
print(f"{a=}|{a = }|{ a=}|{a=:.1f}|{a=!s}|{a=!r:^12}|{b + 1 = }|{items=}|{f=}|{f=:x}|{text=}|{text=!s}|{d['k']=}|{(lambda x: x)(1)=}")
print(f"{'nested ' + f'{b} {f"{a:.1f}"}'}|{f'{f'{f'{b}'}'}'}|{"same quotes " + "inside"}|{d["k"]["n"]}|{'\n'.join(map(str, items))}")
print(f"{{}}|{{{b}}}|{{{{{b}}}}}|{ {1: 2}[1] }|{ {x for x in [1]} }|{[x for x in items if x > 1]}|{(x for x in [])!r:.10}|{*items, 4}|{*items,}")
print(f"{b if b > 5 else a}|{not b}|{b == 7}|{b != 7}|{b >= 7}|{b if b!=7 else 'seven'}|{b:=^9}|{b!r:^9}|{(c := 5)}|{c}|{b:5}")
print(f'''{
    a  # a comment
    :.2f}|{
    b
    +
    1
}|{ '''
triple in field
''' }''')
print(f"""multi
line {b} text
{items
 [0]}""")
print(f"{b}" f"{a}" "plain {b}" f"{text}" 'q' rf"\d{b}\n" fr'\{b}' F"{b}" Rf"{b}\t")
print(f"\x41\u00e9\N{BULLET}{b}\N{DIGIT ONE}\t|\\{b}|\'{b}\"|\101{b}")
print(f"{b!r}{b!s}{b!a}|{text!a}|{'é'!a}|{'é'!r}|{a!r:10}|{a:e}|{1e10:,}|{1234567:_}|{255:08b}|{-5:+}|{0.5:%}|{b:c}|{1j:.1f}")
print(f"", f"{''}", f"{''!r}", f"{'':5}|", f"{None}", f"{None!r:>6}", f"{...}", f"{True:d}", f"{[]}", f"{()}", f"{ {} }")
def order():
    log = []
    def note(x): log.append(x); return x
    f"{note(1):{note(2)}}{note(3)}{note('x')!r:{note(4)}}"
    return log
print(order())
def gen():
    x = f"{yield 1} and {(yield 2)!r}"
    yield x
g = gen(); print(next(g), g.send("a"), g.send("b"))
async def co(): return f"{await other()}"
async def other(): return "awaited"
try: co().send(None)
except StopIteration as stop: print(stop.value)
class C:
    name = "C"
    text = f"{name} {__qualname__}"
    def method(self): return f"{self.name} {__class__.__name__} {super().__init__.__name__}"
print(C.text, C().method())
print([f"{i}{j}" for i in range(2) for j in "ab"], {f"{k}": f"{v:>3}" for k, v in {1: 2}.items()}, (lambda x: f"{x:{x}}")(3))
for bad in ["f'{b:z}'", "f'{[]:5}'", "f'{None:5}'", "f'{undefined}'", "f'{1/0}'", "f'{b:{a}}'", "f'{text:d}'", "f'{F:5}'", "f'{object():x}'", "f'{b:.{-1}}'", "f'{b:{\"\"}}'", "f'{b:{{}}}'"]:
    try: print(bad, eval(bad))
    except Exception as error: print(bad, type(error).__name__, error)
assert f"{b}" == "7", f"not {b}"
print(f.__format__("x"), f"{f:{b}{a:.0f}}", f"{f:%H:%M}", f"{f:a:b}", f"{f: {b} }", f"{f:!r}", f"{f:\x41\n}")
def doc():
    f"no docstring {b}"
print(doc.__doc__)
