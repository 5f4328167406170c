# What calls with too few or too many positional arguments say.


def attempt(label, call, *args, **kwargs):
    try:
        print(label, "->", call(*args, **kwargs))
    except TypeError as error:
        print(label, "->", error)


def none(): return "none"
def one(a): return a
def two(a, b): return a, b
def three(a, b, c): return a, b, c
def four(a, b, c, d): return a, b, c, d
def default(a, b=2): return a, b
def defaults(a=1, b=2): return a, b
def star(a, *rest): return a, rest
def keyword(*, k): return k
def keywords(*, k, m, n=3): return k, m, n
def mixed(a, b=2, *, k, m=4): return a, b, k, m
def slash(a, b, /): return a, b
def slash_more(a, /, b, *, c): return a, b, c
def everything(a, /, b, *c, d, **e): return a, b, c, d, e


attempt("none", none); attempt("none 1", none, 1); attempt("none 1 2", none, 1, 2)
attempt("one", one); attempt("one 1 2", one, 1, 2); attempt("two", two); attempt("two 1", two, 1)
attempt("two 1 2 3", two, 1, 2, 3); attempt("three", three); attempt("three 1", three, 1); attempt("four", four)
attempt("four 1", four, 1); attempt("default", default); attempt("default 1 2 3", default, 1, 2, 3)
attempt("defaults 1 2 3", defaults, 1, 2, 3); attempt("star", star); attempt("keyword", keyword)
attempt("keyword 1", keyword, 1); attempt("keyword 1 k", keyword, 1, k=2); attempt("keywords", keywords)
attempt("keywords k", keywords, k=1); attempt("keywords 1 2 k", keywords, 1, 2, k=1); attempt("mixed", mixed)
attempt("mixed 1 2 3", mixed, 1, 2, 3); attempt("mixed 1 2 3 k", mixed, 1, 2, 3, k=4); attempt("mixed 1", mixed, 1)
attempt("mixed k", mixed, k=1); attempt("mixed 1 2 3 4 k m", mixed, 1, 2, 3, 4, k=1, m=2)
attempt("slash", slash); attempt("slash 1", slash, 1); attempt("slash 1 2 3", slash, 1, 2, 3)
attempt("slash_more 1", slash_more, 1); attempt("slash_more 1 2", slash_more, 1, 2)
attempt("slash_more 1 2 3", slash_more, 1, 2, 3); attempt("everything", everything)
attempt("everything 1", everything, 1); attempt("everything 1 2", everything, 1, 2)
attempt("lambda", lambda a: a); attempt("lambda 1 2", lambda a: a, 1, 2)


class A:
    def __init__(self, x): self.x = x
    def method(self, a): return a
    @classmethod
    def cls(cls, a): return a
    @staticmethod
    def static(a): return a
    def no_self(): return 1
    def __call__(self, a, b): return a, b
    class Inner:
        def __new__(cls, a): return object.__new__(cls)


attempt("A", A); attempt("A 1 2", A, 1, 2); a = A(1)
attempt("method", a.method); attempt("method 1 2", a.method, 1, 2); attempt("A.method", A.method)
attempt("cls", A.cls); attempt("cls 1 2", A.cls, 1, 2); attempt("static", a.static); attempt("static 1 2", a.static, 1, 2)
attempt("no_self", a.no_self); attempt("call", a); attempt("call 1 2 3", a, 1, 2, 3); attempt("Inner", A.Inner)
attempt("object 1", object, 1); attempt("plain", type("Plain", (), {}), 1)


def outer():
    def inner(x, y): pass
    return inner


attempt("inner", outer()); attempt("inner 1 2 3", outer(), 1, 2, 3)
