# Generators in cycles are closed: their finally blocks run.
import gc
gc.disable()
gc.collect()


def g(name):
    try:
        me = yield
        yield
    finally:
        print("finally", name)


def start(name):
    it = g(name)
    next(it)
    it.send(it)


start("in a cycle")
print(gc.collect())
it = g("dropped")
next(it)
del it
it = g("never started")
del it


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print("exit")
            return


it = stubborn()
next(it)
it = None


class Holder:
    def __del__(self):
        print("del holder")


def holding():
    h = Holder()
    yield
    print("not reached")


it = holding()
next(it)
del it
print("done")
