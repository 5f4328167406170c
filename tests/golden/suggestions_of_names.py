# "Did you mean" for attributes, names, imports, as the traceback shows them.
import traceback


def last_line(code, **names):
    try:
        exec(code, names)
    except BaseException as error:
        print(traceback.format_exception(error)[-1], end="")
    else:
        print("fine:", code)


class Point:
    alpha = 1
    beta_value = 2
    _private = 3
    __slots__ = ("gamma",)
    def method(self): pass


class Dynamic:
    def __dir__(self): return ["dynamic_name", 5, "other"]


class Getter:
    blech = 1
    def __getattr__(self, name): raise AttributeError(f"no {name} here")


for attribute in ["alpa", "aplha", "beta_valu", "betavalue", "private", "_privat", "methd", "gamm", "zzz", "a", "alphaalpha", "Alpha", "mehtod"]:
    last_line(f"Point().{attribute}", Point=Point)
    last_line(f"Point.{attribute}", Point=Point)
last_line("Dynamic().dynamic_nam", Dynamic=Dynamic)
last_line("Getter().blach", Getter=Getter)
last_line("[].apend(1)"); last_line("''.uper()"); last_line("{}.keyz()"); last_line("(1).rael"); last_line("None.foo"); last_line("1 .imagg")
last_line("import sys; sys.pathh"); last_line("import sys; sys.vresion"); last_line("int.form_bytes"); last_line("[].len")
last_line("Point().alpa = 1", Point=Point); last_line("del Point().gama", Point=Point)
last_line("printt(1)"); last_line("pint(1)"); last_line("lenn"); last_line("Tru"); last_line("non"); last_line("ValueErorr"); last_line("x")
last_line("value = 1\nvalu"); last_line("def f():\n  number = 1\n  return numbr\nf()"); last_line("foobar = 1\ndef f():\n  return fobar\nf()")
last_line("def f():\n  a_long_name = 1\n  def g():\n    nonlocal a_long_name\n    return a_long_nam\n  return g()\nf()")
last_line("class C:\n  member = 1\n  def f(self):\n    return member\nC().f()"); last_line("class C:\n  def meth(self):\n    return meth()\nC().meth()")
last_line("def f():\n  print(late)\n  late = 1\nf()"); last_line("def f():\n  del gone\nf()"); last_line("del nothing"); last_line("for i in rnge(3): pass")
last_line("time.sleep(1)"); last_line("sys.exit()"); last_line("math.pi"); last_line("atexit"); last_line("gc.collect()")
last_line("from sys import pathh"); last_line("from sys import maxsiz, path"); last_line("import syss")
last_line("from nowhere import y"); last_line("import nowhere.more"); last_line("from sys import *; maxsiz")
error = NameError("name 'x'", name="lenn"); last_line("raise error", error=error)
error = AttributeError("plain"); last_line("raise error", error=error)
error = AttributeError("with", name="appnd", obj=[]); last_line("raise error", error=error)
error = ImportError("cannot", name="sys", name_from="maxsiz"); last_line("raise error", error=error)
error = AttributeError("odd", name=5, obj=[]); last_line("raise error", error=error)
