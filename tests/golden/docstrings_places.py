# Docstrings: what is one, how it is cleaned, where it ends up.
def plain(): "doc"
def single(): 'a' "b"
def raw(): r"\d"
def fstring(): f"not a docstring"
def bytes_(): b"not a docstring"
def number(): 5
def later():
    x = 1
    "not a docstring"
def comment():
    # comment
    "after a comment"
def concatenated(): "a" + "b"
def parenthesised(): ("doc in parentheses")
def tuple_(): "a", "b"
def multi():
    """First line.

    Indented line.
        Deeper line.

    Last line.
    """
def tabs():
    """First.
	tabbed
	    more
    """
def blank():
    """

    starts late

    """
def one_line_only():
    """   spaces around   """
def continuation():
    "joined \
    line"
def semicolon(): "doc"; x = 1
async def coroutine(): "async doc"
def generator():
    "generator doc"
    yield
lambda_ = lambda: "no doc"
def empty(): ""
def pass_(): pass
for f in [plain, single, raw, fstring, bytes_, number, later, comment, concatenated, parenthesised, tuple_, multi, tabs, blank, one_line_only, continuation, semicolon, coroutine, generator, lambda_, empty, pass_]:
    print(f.__name__, repr(f.__doc__), f.__code__.co_consts[:1] if f.__doc__ else None)
class A:
    """Class doc.

        indented
    """
    def method(self): "method doc"
    @property
    def p(self): "property doc"
    x = 1
    "string after attribute"
class B(A): pass
class C:
    __doc__ = "assigned"
class D:
    "literal"
    __doc__ = "assigned later"
class E:
    f"computed"
class F:
    doc = __doc__
    "late"
class G:
    __slots__ = ()
    "no"
print(repr(A.__doc__), A.method.__doc__, A.p.__doc__, B.__doc__, C.__doc__, D.__doc__, E.__doc__, F.__doc__, F.doc, G.__doc__)
plain.__doc__ = 5; print(plain.__doc__); del plain.__doc__; print(plain.__doc__)
A.__doc__ = "changed"; print(A.__doc__, A().__doc__)
try: del A.__doc__
except Exception as e: print(type(e).__name__, e)
try: int.__doc__ = "x"
except TypeError as e: print(e)
module = compile('"module doc"\nx = 1', "m", "exec"); ns = {}; exec(module, ns); print(ns["__doc__"], __doc__)
ns = {}; exec('"""First\n    second\n"""', ns); print(repr(ns["__doc__"]))
ns = {"__doc__": "kept"}; exec("x = 1", ns); print(ns["__doc__"])
print(eval(compile("'not a doc'", "m", "eval")), exec(compile("'shown'", "m", "single")))
class Meta(type):
    "meta doc"
class WithMeta(metaclass=Meta): pass
print(WithMeta.__doc__, Meta.__doc__, type("T", (), {"__doc__": "dict doc"}).__doc__, type("T", (), {}).__doc__)
print(property(doc="given").__doc__, property(A.method).__doc__, staticmethod(A.method).__doc__, classmethod(A.method).__doc__)
