# What only the traceback of the exception that ends the program holds is finalized after it was printed.
import weakref
class A:
    def __del__(self):
        print("del", flush=True)
def suspended():
    try:
        yield
    finally:
        print("cleanup", flush=True)
def f():
    local = A()
    generator = suspended()
    next(generator)
    class B: pass
    b = B()
    global reference
    reference = weakref.ref(b, lambda r: print("dead", r() is None, flush=True))
    1 / 0
f()
