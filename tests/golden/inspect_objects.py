# inspect: kinds of objects, members, documentation, source, frames, states.
import abc
import functools
import inspect
import sys


def plain():
    """First line.

        indented
    last"""


def generator():
    yield 1


async def coroutine():
    pass


async def async_generator():
    yield 1


class Base:
    """Base doc."""
    attribute = 1

    def method(self):
        """Method doc."""

    @property
    def prop(self):
        """Prop doc."""
        return 1 / 0


class Child(Base):
    def method(self):
        pass

    def own(self): pass


class Abstract(abc.ABC):
    @abc.abstractmethod
    def f(self): ...


objects = {"plain": plain, "generator": generator, "coroutine": coroutine, "async_generator": async_generator,
           "Base": Base, "method": Base().method, "len": len, "append": [].append, "join": str.join, "init": object.__init__,
           "wrapper": object().__str__, "gen": generator(), "prop": Base.prop, "module": sys, "lambda": lambda: 0,
           "partial": functools.partial(coroutine), "int": 3, "code": plain.__code__, "frame": sys._getframe(),
           "getset": type(plain).__code__, "agen": async_generator()}
for test in ("ismodule", "isclass", "ismethod", "isfunction", "isgeneratorfunction", "iscoroutinefunction",
             "isasyncgenfunction", "isgenerator", "isasyncgen", "isframe", "iscode", "isbuiltin", "isroutine",
             "ismethoddescriptor", "isdatadescriptor", "isgetsetdescriptor", "ismethodwrapper", "isawaitable", "isabstract"):
    print(test, [name for name, o in objects.items() if getattr(inspect, test)(o)])
print(inspect.isabstract(Abstract), inspect.isabstract(Child))
print(repr(inspect.getdoc(plain)), inspect.getdoc(Child), inspect.getdoc(Child.method), inspect.getdoc(Child().method),
      inspect.getdoc(Child.own), inspect.getdoc(Child.prop), inspect.getdoc(3) == inspect.getdoc(int))
print(repr(inspect.cleandoc("  a\n    b\n      c\n\n")), repr(inspect.cleandoc("\n\n  x\n")))
print([n for n, v in inspect.getmembers(Child, inspect.isfunction)], [n for n, v in inspect.getmembers(Base) if n[0] != "_"])
print([n for n, v in inspect.getmembers_static(Base()) if n[0] != "_"], inspect.getmro(Child))
print(inspect.getattr_static(Base(), "prop") is Base.__dict__["prop"], inspect.getattr_static(Base, "attribute"),
      inspect.getattr_static(3, "nothing", "default"))
try:
    inspect.getattr_static(Base(), "nothing")
except AttributeError as error:
    print("AttributeError", error)
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Child) if a.name[0] != "_"])


@functools.wraps(plain)
def wrapped(): ...


print(inspect.unwrap(wrapped) is plain, inspect.getmodule(plain).__name__, inspect.getmodulename("/a/b.py"))


# a comment before
@functools.lru_cache
def with_source(a,
                b=(1,
                   2)):
    text = """
not the end
"""

    # inside
    return a


print(inspect.getsource(with_source))
print(inspect.getsource(Child.own), inspect.getsourcelines(Abstract), repr(inspect.getcomments(with_source)))
print(inspect.getsource(objects["lambda"])[:30] != "", inspect.getsourcefile(plain).endswith(".py"))
for wrong in (3, len, sys):
    try:
        inspect.getfile(wrong)
    except TypeError as error:
        print(str(error)[:50])


def outer():
    return inner()


def inner():
    frames = inspect.stack()
    print([f.function for f in frames[:3]], frames[0].code_context, inspect.currentframe().f_code.co_name)
    return inspect.getargvalues(frames[0].frame).args


print(outer())
g = generator()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g))
c = coroutine()
print(inspect.getcoroutinestate(c), c.close(), inspect.getcoroutinestate(c))
x = 5


def closure():
    y = 1

    def f():
        return x, y, len, missing
    return f


print(inspect.getclosurevars(closure()))
print(inspect.get_annotations(lambda: 0), inspect.get_annotations(type("A", (), {"__annotations__": {"a": "int"}}), eval_str=True))
