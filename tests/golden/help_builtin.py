# help() prints what functions, methods and classes are.
def f(a, b=1, *c, **d):
    """Doc of f.

    More.
    """
def g(): pass
class A:
    """Class doc."""
    x = 1
    def __init__(self, v): "init"; self.v = v
    def m(self, q: int = 2) -> str:
        "method m"
    @property
    def p(self): "prop doc"
    @staticmethod
    def s(): "static"
    @classmethod
    def c(cls): "cm"
class B(A):
    def m(self): pass

help(f); help(g); help(A); help(B); help(A(1).m)
help("no.such.thing")
class Point:
    "A point."
    __slots__ = "x", "y"
    origin = (0, 0)
    async def walk(self): "go"
help(Point)
