import gc
import sys
gc.disable()
gc.collect()
log = []


def callback(phase, info):
    log.append((phase, sorted(info.items())))


gc.callbacks.append(callback)
l = []
l.append(l)
del l
gc.collect()
gc.collect(0)
gc.callbacks.remove(callback)
gc.collect()
for entry in log:
    print(entry)


def bad(phase, info):
    raise ValueError(phase)


sys.unraisablehook = lambda args: print("unraisable:", args.exc_type.__name__, args.exc_value)
gc.callbacks.append(bad)
gc.collect()
gc.callbacks.clear()
print(gc.callbacks)


def collecting(phase, info):
    print(phase, gc.collect())


gc.callbacks.append(collecting)
print(gc.collect())
gc.callbacks.clear()
