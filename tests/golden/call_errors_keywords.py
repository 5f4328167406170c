# Unknown, repeated and misplaced keyword arguments, with the suggestions.


def attempt(source):
    try:
        print(source, "->", eval(source))
    except TypeError as error:
        print(source, "->", error)


def one(a): return a
def two(first, second=2): return first, second
def slash(a, b, /, c=3): return a, b, c
def slash_any(a, /, **rest): return a, rest
def only(*, keyword, other=1): return keyword, other
def names(value, values, valued): return value
def star(*args): return args
def many(alpha=1, beta=2, gamma=3, delta=4): return alpha


class A:
    def __init__(self, width=1, height=2): pass
    def area(self, scale=1): return scale
    @property
    def p(self): return 1


for source in [
    "one(b=1)", "one(1, a=2)", "one(a=1, b=2)", "one(1, b=2)", "one(A=1)", "two(1, secnd=3)", "two(fist=1)", "two(first=1, sec=2)",
    "two(1, 2, second=3)", "two(1, first=2)", "slash(a=1, b=2)", "slash(1, b=2)", "slash(1, 2, a=3)", "slash(1, 2, d=3)",
    "slash(a=1, b=2, c=3)", "slash_any(1, a=2)", "slash_any(a=2)", "only()", "only(keywrd=1)", "only(keyword=1, othr=2)",
    "only(1, keyword=1)", "names(valu=1)", "names(vales=1)", "star(a=1)", "many(aplha=1)", "many(epsilon=1)", "many(gama=3)",
    "many(**{'delt': 1})", "one(**{'a': 1, 'b': 2})", "A(widht=1)", "A(x=1)", "A().area(scal=2)", "A().area(1, scale=2)",
    "A.area(scale=2)", "(lambda x: x)(y=1)", "(lambda first: first)(frist=1)", "one(1, **{'a': 2})", "one(**{'a': 1}, **{'a': 2})",
    "one(a=1, **{'a': 2})", "star(**{'a': 1}, **{'a': 2})", "slash_any(1, **{'x': 1}, **{'x': 2})", "one(**{1: 2})",
    "slash_any(1, **{1: 2})", "dict(**{1: 2})", "one(**1)", "one(**[1])", "one(*1)", "one(*None, **None)", "star(*1, *2)",
    "star(1, *2)", "one(1)(2)", "one.x(2)" if False else "one(one)(b=1)", "star(*[1], *(2, 3), *{4}, *'ab')",
    "slash_any(*[1], x=2, **{'y': 3}, **{'z': 4})", "two(*[1], second=4)", "two(second=4, *[1])", "two(*[1, 2], second=4)",
]:
    attempt(source)
