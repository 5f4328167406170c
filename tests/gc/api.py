import gc
print(gc.isenabled(), gc.get_threshold())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
gc.set_threshold(500)
print(gc.get_threshold())
gc.set_threshold(100, 20)
print(gc.get_threshold())
gc.set_threshold(2000, 10, 10)
print(gc.get_threshold())
for call in (lambda: gc.collect(5), lambda: gc.collect(-1), lambda: gc.collect("x"), lambda: gc.collect(1, 2),
             lambda: gc.collect(wrong=1), lambda: gc.collect(1.5), lambda: gc.set_threshold(),
             lambda: gc.set_threshold(1, 2, 3, 4), lambda: gc.set_threshold("a"), lambda: gc.get_objects(3),
             lambda: gc.get_objects(-2), lambda: len(gc.get_objects(-1)) > 100, lambda: gc.get_objects("a"), lambda: gc.get_objects(1, 2),
             lambda: gc.is_tracked(), lambda: gc.set_debug("a"), lambda: gc.set_debug(), lambda: gc.enable(1),
             lambda: gc.isenabled(1), lambda: gc.get_stats(1), lambda: gc.is_finalized()):
    try:
        print(call())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
gc.disable()
gc.collect()
print(gc.collect(0), gc.collect(1), gc.collect(2), gc.collect(generation=0), gc.collect(True))
l = []
l.append(l)
del l
print(gc.collect(0))
print(type(gc.get_count()), len(gc.get_count()), [type(x).__name__ for x in gc.get_count()])
stats = gc.get_stats()
print(len(stats), [sorted(s) for s in stats], type(stats[0]["collections"]))
before = gc.get_stats()[1]["collections"]
gc.collect(1)
print(gc.get_stats()[1]["collections"] - before)
before = gc.get_stats()[2]["collected"]
l = []
l.append(l)
del l
gc.collect()
print(gc.get_stats()[2]["collected"] - before)
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(gc.get_debug(), gc.set_debug(0), gc.garbage, gc.callbacks)
print(gc.__name__, gc.collect.__name__, gc.collect)
