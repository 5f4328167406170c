# What gc.collect() counts: cycles of every kind of object, each alone and hanging on an instance.
import gc

gc.disable()


class Node:
    pass


class Slots:
    __slots__ = ("a", "__weakref__")


class Heir(list):
    pass


class Meta(type):
    pass


def closure():
    def f():
        return f
    return f


def default():
    def f(x=[]):
        return x
    f.__defaults__[0].append(f)
    return f


def bound():
    n = Node()
    n.method = n.__init__
    return n


def slots():
    s = Slots()
    s.a = s
    return s


def heir():
    h = Heir()
    h.append(h)
    return h


def nested():
    return [[[{}, ()], {"k": [1]}], Node()]


def exception():
    try:
        raise ValueError
    except ValueError as e:
        kept = e
    return kept


def partially():
    def g():
        try:
            yield box
        finally:
            box.append("closed")
    box = []
    it = g()
    next(it)
    box.append(it)
    return box


def iterator():
    x = []
    x.append(iter(x))
    return x


def views():
    d = {}
    d["keys"] = d.keys()
    d["items"] = iter(d.items())
    return d


def prop():
    class C:
        @property
        def p(self):
            return C
    return C


makers = [closure, default, bound, slots, heir, nested, exception, partially, iterator, views, prop,
          lambda: Meta("M", (Node,), {"a": []}), lambda: (lambda t: (t[0].append(t), t)[1])(([],)), lambda: Node().__class__,
          lambda: map(str, [[]]), lambda: (y for y in [[]]), lambda: super(Node, Node())]
for make in makers:
    gc.collect()
    gc.collect()
    make()
    alone = gc.collect()
    holder = Node()
    holder.itself = holder
    holder.held = make()
    del holder
    print(make.__name__, alone, gc.collect(), gc.collect())
