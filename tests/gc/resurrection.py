# An object can be brought back by its finalizer, once.
import gc
gc.disable()
gc.collect()
kept = []


class Phoenix:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)
        kept.append(self)


p = Phoenix("a")
p.part = Phoenix("part of a")
print(gc.is_finalized(p))
del p
print([k.name for k in kept], gc.is_finalized(kept[0]))
p = kept.pop()
print(p.part.name)
del p
print([k.name for k in kept])
kept.clear()
print("-- in a cycle")
p, q = Phoenix("p"), Phoenix("q")
p.q, q.p = q, p
del p, q
print(gc.collect(), [k.name for k in kept])
print(kept[0].q is kept[1], kept[1].p is kept[0])
kept.clear()
print(gc.collect(), [k.name for k in kept])
print("-- one brings back another")


class Saver:
    def __del__(self):
        kept.append(self.other)


s, o = Saver(), []
s.other, s.me = o, s
o.append(s)
del s, o
print(gc.collect(), len(kept))
kept.clear()
print(gc.collect())
print("-- only a part comes back")


class Part:
    pass


a, b, c = Saver(), Part(), Part()
a.other = b
a.me = a
a.c = c
c.a = a
del a, b, c
print(gc.collect(), len(kept))
