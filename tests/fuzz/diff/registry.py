"""Which generators there are, and how often each is asked."""
import calls
import collector
import scenes
import statements
import syntax

PRELUDE = '''\
def show(*values):
    print(*map(ascii, values))
def fail(e):
    print(type(e).__name__, ascii(str(e)))
def cut(iterator, most=12):
    items = []
    for item in iterator:
        items.append(item)
        if len(items) >= most: break
    return type(iterator).__name__, items
'''

# name → (weight, kind, generator); kind "run": executed, "syntax": compiled only.
GENERATORS = {}


def add(module, kind="run"):
    for generator, weight in module.GENERATORS:
        make = generator if kind == "syntax" else (lambda r, g=generator: "\n".join(g(r)) + "\n")
        GENERATORS[generator.__name__] = (weight, kind, make)


add(calls)
add(statements)
add(scenes)
add(collector)
add(syntax, "syntax")


def choose(r, only):
    names = only or list(GENERATORS)
    name = r.choices(names, [GENERATORS[n][0] for n in names])[0]
    return name, GENERATORS[name][1], GENERATORS[name][2]
