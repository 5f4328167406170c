# inspect.signature, Parameter, Signature, BoundArguments.
import functools
import inspect
from inspect import Parameter, Signature, signature


def full(a, b: int, /, c, d: "str" = "x", *args: float, e, f=1, **kwargs) -> list[int]: ...


class C:
    def __init__(self, x, y=2): ...

    def method(self, a, *, b=None): ...

    @classmethod
    def cm(cls, a): ...

    @staticmethod
    def sm(a): ...

    def __call__(self, z): ...


class New:
    def __new__(cls, p, q=1): ...


class Meta(type):
    def __call__(cls, only): ...


class WithMeta(metaclass=Meta):
    pass


class Empty:
    pass


class Child(C):
    pass


@functools.wraps(full)
def wrapper(*args, **kwargs): ...


for obj in (full, C, C(1), C.method, C(1).method, C.cm, C.sm, C(1).sm, New, WithMeta, Empty, Child, wrapper, lambda: 0,
            lambda *a, **k: 0, functools.partial(full, 1, c=3), functools.partial(lambda a, b, c: 0, 1),
            functools.partial(lambda a, b=2, *c: 0, b=5), functools.lru_cache(full)):
    print(str(signature(obj)))
for obj in (len, [].append, str.join, sorted, isinstance, abs, divmod):
    print(obj.__name__, signature(obj))
sig = signature(full)
for p in sig.parameters.values():
    print(repr(p), p.name, p.kind, p.kind.description, p.default is Parameter.empty, p.annotation)
print(repr(sig), sig.return_annotation, sig == signature(wrapper), hash(sig) == hash(signature(wrapper)))
print(signature(wrapper, follow_wrapped=False), sig.replace(return_annotation=int), list(Parameter.KEYWORD_ONLY.__class__))
print(sig.format(max_width=20))

bound = sig.bind(1, 2, 3, 4, 5, 6, e=7, z=8)
print(bound, bound.args, bound.kwargs, bound.arguments["args"])
partly = signature(lambda a, b=2, *c, d=4, **e: 0).bind_partial()
print(partly)
partly.apply_defaults()
print(partly, partly.args, partly.kwargs)
simple = signature(lambda a, b, /, c, *, d: 0)
for args, kwargs in (((), {}), ((1, 2), {}), ((1, 2, 3, 4), {}), ((1, 2, 3), {"c": 4}), ((1, 2, 3), {}),
                     ((1, 2, 3), {"d": 1, "z": 2})):
    try:
        print(simple.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
for attempt in (lambda: Parameter("1", Parameter.KEYWORD_ONLY), lambda: Parameter("if", Parameter.KEYWORD_ONLY),
                lambda: Parameter(3, Parameter.KEYWORD_ONLY), lambda: Parameter("a", 9),
                lambda: Parameter("a", Parameter.VAR_KEYWORD, default=1),
                lambda: Signature([Parameter("a", Parameter.KEYWORD_ONLY), Parameter("b", Parameter.POSITIONAL_ONLY)]),
                lambda: Signature([Parameter("a", Parameter.KEYWORD_ONLY)] * 2),
                lambda: Signature([Parameter("a", Parameter.POSITIONAL_ONLY, default=1), Parameter("b", Parameter.POSITIONAL_ONLY)]),
                lambda: signature(3), lambda: signature("x")):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(Signature(), Signature([Parameter("x", Parameter.POSITIONAL_OR_KEYWORD, annotation=int, default=3)], return_annotation=str))
full.__signature__ = Signature([Parameter("own", Parameter.POSITIONAL_ONLY)])
print(signature(full), signature(wrapper))
print(inspect.getfullargspec(lambda a, b=2, *c, d, e=5, **f: 0))
print(inspect.getfullargspec(C.method), inspect.getcallargs(lambda a, b=2, *c: 0, 1))


class Kinds:
    @classmethod
    def __init__(cls, b): ...


class StaticCall:
    @staticmethod
    def __call__(a): ...


class ClassCall:
    @classmethod
    def __call__(cls, a, b): ...


class PartialInit:
    __init__ = functools.partialmethod(lambda self, x, a: None, 2)


class Like:
    __code__ = full.__code__
    __name__ = "like"
    __defaults__ = full.__defaults__
    __kwdefaults__ = {"f": 1}
    __annotations__ = {}

    def __call__(self): ...


print(signature(Kinds), signature(StaticCall()), signature(ClassCall()), signature(PartialInit), signature(Like()))
print(signature(lambda a: 0).parameters, Parameter("a", 1, default=2, annotation=int).replace(annotation=Parameter.empty))
print(signature(full).replace(return_annotation=Signature.empty), inspect.getclasstree([Kinds, Child, C]))
