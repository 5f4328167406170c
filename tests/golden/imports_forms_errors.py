# import statements: forms, syntax errors, and what failing ones raise.
import sys, sys as s2, math as m
from math import pi, e as euler
from math import (sin, cos as cosine,)
from collections import *
print(sys is s2, m.pi == pi, round(euler, 3), sin(0), cosine(0), OrderedDict.__name__)
import collections.abc
import collections.abc as cabc
from collections.abc import Mapping
from collections import abc as abc2
print(collections.abc is cabc is abc2, cabc.Mapping is Mapping)
def f():
    import math, collections.abc as c
    from math import tau as t
    global g
    import math as g
    return sorted(locals()), t
print(f(), g is m)
class A:
    import math
    from sys import version_info as v
print(A.math is m, A.v[0])
def attempt(source, **names):
    try: exec(source, {"__name__": "test_module", **names})
    except BaseException as error: print(source, "->", type(error).__name__, error, getattr(error, "name", None), getattr(error, "name_from", None))
    else: print(source, "is fine")
for source in ["import nowhere", "import nowhere.sub", "import sys.sub", "import math.pi", "from nowhere import x", "from sys import nothing", "from . import x", "from .x import y", "from .. import x", "import collections.nothing", 
               "from sys import *", "__import__('nowhere')", "__import__('')", "__import__(5)", "__import__('sys', level=-1)", "__import__('x', level=1)", "__import__('sys', fromlist=5)", "__import__('collections.abc').__name__", "import sys"]:
    attempt(source)
attempt("from . import x", __package__="nowhere"); attempt("from . import x", __package__=None, __spec__=None); attempt("from .x import y", __package__=""); attempt("import sys", __builtins__={})
for source in ["import", "import 1", "import a.", "import .a", "import a as", "import a as b.c", "import a as 1", "import a, ", "import (a)", "import a b", "import *", "import a.*", "from", "from a", "from a import", "from a import ,", "from a import b,", "from a import (b,)", "from a import (b,,c)", "from a import ()", "from a import (b", "from a import b as", "from a import b as c.d",
               "from a import b as 1", "from a import b.c", "from a import *, b", "from a import (*)", "from a import b, *", "from . import", "from .a import b", "from ... import a", "from .... a import b", "from ..a.b import c", "from a import b c", "from 1 import a", "from a import 1", "from a import None", "import None", "import a as None", "from a.b. import c", "from a import b if c else d", "def f():\n  from a import *", "class A:\n  from a import *",
               "import a as __debug__", "from a import __debug__", "import __debug__", "from a import b as (c)", "from a import b as f()", "import a as f()", "import a as b[0]", "from . a import b", "from.a import b", "from.import a", "from ...a import b", "import a;from b import c", "import a\\\n, b", "from a import b \\\n as c", "from a import (b\n as c,\n # comment\n d)", "from __future__ import a.b"]:
    try: compile(source, "<text>", "exec")
    except SyntaxError as error: print(repr(source), "->", error.msg, error.lineno, error.offset, error.end_offset)
    else: print(repr(source), "compiles")
