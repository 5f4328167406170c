def g():
    x = yield 1
    print("got", x)
    y = yield 2
    print("got", y)
    return "done"
it = g()
print(next(it), it.send("a"))
try:
    it.send("b")
except StopIteration as e:
    print("value", e.value)
print(next(it, "default"))
try:
    g().send(5)
except TypeError as e:
    print(e)
def outer():
    r = yield from g()
    print("result", r)
    yield from [10, 20]
    yield from (c for c in "xy")
print(list(outer()))
def thrower():
    while True:
        try:
            yield "ready"
        except ValueError as e:
            print("caught", e)
            yield "after"
        finally:
            print("cleanup")
t = thrower()
print(next(t), t.throw(ValueError("boo")), next(t))
t.close()
try:
    next(t)
except StopIteration:
    print("stopped")
try:
    t.throw(KeyError("k"))
except KeyError as e:
    print("thrown through", e)
def stubborn():
    try:
        yield
    except GeneratorExit:
        yield "no"
s = stubborn(); next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def bad():
    yield 1
    raise StopIteration("x")
try:
    list(bad())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def selfish():
    yield next(me)
me = selfish()
try:
    next(me)
except ValueError as e:
    print(e)
gen = (i * i for i in range(5))
print(gen.__name__, type(gen).__name__, 4 in gen, list(gen))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print([n for n, _ in zip(fib(), range(10))], [next(f) for f in [fib()] for _ in range(3)])
def with_return():
    return 5
    yield
print(list(with_return()))
def delegate():
    try:
        yield from sub()
    except ValueError:
        print("delegate saw it")
        yield "recovered"
def sub():
    try:
        yield "sub"
    finally:
        print("sub finally")
d = delegate(); print(next(d), d.throw(ValueError)); 
def count(n):
    while n: yield n; n -= 1
print(sum(count(4)), max(count(3)), list(map(lambda x: x + 1, count(2))), dict(zip("ab", count(2))), sorted(count(3)))
a, *b = count(4); print(a, b)
print(any(x > 2 for x in count(3)), all(x > 2 for x in count(3)))
x = count(2)
print(x.gi_frame is not None, x.gi_running, x.gi_code.co_name); list(x); print(x.gi_frame)
def f():
    r = []
    try:
        for i in (yield from iter([1, 2])) or []: r.append(i)
    finally:
        r.append("end"); print(r)
print(list(f()))
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("it value")
def y():
    v = yield from It()
    print("v", v)
print(list(y()))
import sys
def handled():
    try:
        raise KeyError
    except KeyError:
        yield sys.exception() is not None
        yield sys.exception() is not None
try:
    raise ValueError
except ValueError:
    h = handled()
    print(next(h), type(sys.exception()).__name__)
print(next(h), sys.exception())
del h
