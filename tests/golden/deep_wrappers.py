# differs: CPython overflows its C stack here.
# Wrappers around wrappers: an exception, no crash.
from typing import TypeVar

T = TypeVar("T")


def nest(wrapper, innermost):
    for _ in range(100000):
        innermost = wrapper(innermost)
    return innermost


for what, action in (
    ("classmethod", lambda: nest(classmethod, len).__isabstractmethod__),
    ("staticmethod", lambda: nest(staticmethod, len).__isabstractmethod__),
    ("property", lambda: nest(property, len).__isabstractmethod__),
    ("name", lambda: nest(property, len).__name__),
    ("alias", lambda: nest(lambda v: list[v], T)[int]),
    ("parameters", lambda: nest(lambda v: list[v], T).__parameters__),
):
    try:
        action()
        print(what, "no error")
    except RecursionError:
        print(what, "RecursionError")
