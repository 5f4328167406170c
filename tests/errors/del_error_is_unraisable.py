import sys

class A:
    def __del__(self):
        raise ValueError("in del")

def hook(info):
    print(info.exc_type.__name__, info.exc_value, info.err_msg, info.object.__qualname__)

a = A()
sys.unraisablehook = hook
del a
print("still here")
