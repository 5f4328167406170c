import gc
gc.disable()
gc.collect()


class A:
    def __init__(self, name):
        self.name = name
        self.me = self


gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug())
A("one")
A("two")
print(gc.collect())
print([x.name for x in gc.garbage if isinstance(x, A)])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), gc.garbage)
