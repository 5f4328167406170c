import gc
gc.disable()
gc.collect()


class A:
    pass


def f():
    target = A()
    a, b, c = [target], {"k": target}, (target, 1)
    referrers = gc.get_referrers(target)
    print(len(referrers), a in referrers, b in referrers, c in referrers)
    holder = A()
    holder.x = target
    print(any(r is holder for r in gc.get_referrers(target)))
    print(gc.get_referrers(target, holder) != [])


f()
lonely = object()
print([type(r).__name__ for r in gc.get_referrers(lonely)])
print(gc.get_referents([1, 2], (3, 4), {"a": 5}, {6: 7}))
print(gc.get_referents(), gc.get_referents(1, "x", None, b"", 1.5), gc.get_referents([], {}, ()))
a = A()
a.x, a.y = 1, "two"
print(gc.get_referents(a) == [1, "two", A])
print([x for x in gc.get_referents(A) if x is object or x is A.__mro__] == [A.__mro__, object] or gc.get_referents(A))


def outer():
    x = [1]

    def inner(a=2):
        return x
    return inner


cell = outer().__closure__[0]
print(gc.get_referents(cell))
print(gc.get_referents(slice(1, 2, 3)), gc.get_referents([].append))
print([type(x).__name__ for x in gc.get_referents(a.__init__)])
objects = gc.get_objects()
print(any(o is a for o in objects), any(o is objects for o in objects), type(objects))
fresh = []
print(any(o is fresh for o in gc.get_objects(0)), any(o is fresh for o in gc.get_objects(2)))
gc.collect()
print(any(o is fresh for o in gc.get_objects(0)), any(o is fresh for o in gc.get_objects(2)))
young = [[i] for i in range(3)]
print([o for o in gc.get_objects(generation=0) if type(o) is list and o in young])
