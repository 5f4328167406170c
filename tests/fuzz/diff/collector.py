"""Shapes for the collector: random graphs of objects, what gc.collect() counts, and when finalizers and weak
reference callbacks were called (in any order: README says why)."""

KINDS = ["[]", "{}", "Node()", "Slots()", "set_holder()", "function()", "generator()", "Finalized('%d')", "Child()", "bound()", "Exception()", "cell()", "Meta('M', (), {})", "iter([])", "coroutine_like()"]


def collector(r):
    lines = ["import gc, weakref", "gc.disable()", "gc.collect()", "class Node: pass", "class Slots: __slots__ = ('a', 'b', '__weakref__')",
             "class Child(list): pass", "class Meta(type): pass",
             "class Finalized:", "    def __init__(self, n): self.n = n", f"    def __del__(self): log.append(('del', self.n)){r.choice(['', '', '; saved.append(self)', '; raise ValueError'])}" if r.random() < 0.7 else "    pass",
             "saved, log = [], []", "def tell(*a):", "    print(*a, sorted(log)); log.clear()", "def set_holder():", "    n = Node(); n.members = set(); return n",
             "def function():", "    def f(x=[]): return f", "    return f",
             "def generator():", "    def g(): yield held", "    held = [None]", "    it = g(); next(it); return it",
             "def coroutine_like():", "    def g(box):", "        try: yield box", "        finally: pass", "    box = []; it = g(box); next(it); box.append(it); return it",
             "def bound(): return Node().__init__", "def cell():", "    x = []", "    f = lambda: x", "    x.append(f)", "    return x",
             "def link(a, b):", "    t = type(a)", "    if isinstance(a, list): a.append(b)", "    elif t is dict: a[len(a)] = b", "    elif t is Slots: a.a = b",
             "    elif t.__name__ == 'function': a.__defaults__[0].append(b)", "    elif hasattr(a, '__dict__') and not isinstance(a, type): a.__dict__[str(len(a.__dict__))] = b",
             "    elif isinstance(a, type): setattr(a, 'x' + str(len(a.__dict__)), b)"]
    count = r.randrange(2, 9)
    lines.append("o = [" + ", ".join(r.choice(KINDS).replace("'%d'", str(i)) for i in range(count)) + "]")
    for _ in range(r.randrange(count, 3 * count)):
        lines.append(f"link(o[{r.randrange(count)}], o[{r.randrange(count)}])")
    for i in range(count):
        if r.random() < 0.2:
            lines += [f"try: w{i} = weakref.ref(o[{i}], lambda _: log.append(('gone', {i})))", f"except TypeError: w{i} = None"]
    for _ in range(r.randrange(3)):
        lines.append(f"o[{r.randrange(count)}] = None")
    lines.append(f"keep = o[{r.randrange(count)}]" if r.random() < 0.4 else "pass")
    lines += ["o = None", f"tell('collected', gc.collect({r.choice(['', '', '2', '0', '1'])}))", "tell('again', gc.collect())", "keep = None", "tell('then', gc.collect())",
              "saved.clear()", "tell('at last', gc.collect(), gc.garbage)"]
    if r.random() < 0.2:
        lines.insert(3, "class Late:\n    def __del__(self): log.append(('late', 0))")
    return lines


GENERATORS = [(collector, 8)]
