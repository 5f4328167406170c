# functools.partial: arguments, keywords, merging, text, state.
from functools import partial
import gc
import weakref


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, 2, x=3)
print(p(), p(4, y=5), p(x=9, z=1))
print(p.func is show, p.args, p.keywords)

# a partial of a partial is one
q = partial(p, 7, x=8, w=0)
print(q.func is show, q.args, q.keywords, q(10, w=1))
p.note = "mine"
r = partial(p, 5)
print(r.func is p, r.args, r(6))
print(p.__dict__, vars(p))

# many arguments
print(partial(show, *range(12))(*range(12, 25), **{f"k{i}": i for i in range(9)}))

# keywords keep their order, whoever gives the values
print(partial(show, a=1, b=2)(c=3, a=4))

# the dict of keywords can be changed
s = partial(show, a=1)
s.keywords["b"] = 2
print(s())
s.keywords[3] = 4
try:
    s()
except TypeError as error:
    print("TypeError:", error)

for wrong in ((), (3,), (None,)):
    try:
        partial(*wrong)
    except TypeError as error:
        print("TypeError:", error)
for attribute in ("func", "args", "keywords"):
    try:
        setattr(p, attribute, 1)
    except AttributeError as error:
        print("AttributeError:", error)


class Sub(partial):
    extra = 1


sub = Sub(int, base=2)
print(type(sub), sub("101"), sub.extra, repr(sub).startswith("__main__.Sub(<class 'int'>, base=2)"))
print(repr(partial(int, "3", base=4)))
print(type(Sub(sub)), Sub(sub).func is int)

# recursive repr
holder = []
recursive = partial(print, holder)
holder.append(recursive)
print(repr(recursive))
holder.clear()
print(partial(len)("abc"), isinstance(partial(len), partial), callable(p))

# state
state = p.__reduce__()
print(state[0] is partial, state[1] == (show,), state[2][1:])
other = partial(len)
other.__setstate__((show, (1,), {"k": 2}, {"attribute": 3}))
print(other(), other.attribute)
other.__setstate__((show, (1,), None, None))
print(other(5))
for wrong in ((show, (), {}), (3, (), {}, {}), (show, [], {}, {}), (show, (), 5, {}), None):
    try:
        other.__setstate__(wrong)
    except TypeError as error:
        print("TypeError:", error)

ref = weakref.ref(other)
print(ref() is other)
del other
print(ref())

# errors pass through
try:
    partial(lambda a: 1 / a, 0)()
except ZeroDivisionError as error:
    print(error)
try:
    partial(lambda a: a, 0)(1)
except TypeError as error:
    print(str(error).split(".")[-1])
print(partial[int], partial.__class_getitem__(str))


class Method:
    make = staticmethod(partial(show, "static"))


print(Method.make(1), Method().make(2))

# a keyword dict is copied, arguments of the call are not kept
keywords = {"a": 1}
t = partial(show, **keywords)
keywords["a"] = 2
print(t())
