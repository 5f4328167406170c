def t(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


# (targets of every shape against values of every kind)
class Sized:
    def __len__(self):
        return 2


class Sequence:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


class Failing:
    def __iter__(self):
        yield 1
        raise KeyError("inside")


class NotIterator:
    def __iter__(self):
        return 5


targets = ["a,", "a, b", "a, b, c", "*a,", "a, *b", "*a, b", "a, *b, c", "[a, b]", "(a, (b, c))", "a, (b, *c)", "[a, [b]]", "*(a, b),", "(a, b), c"]
values = [(), (1,), (1, 2), (1, 2, 3), [1, 2], "ab", "abcd", b"ab", {"x": 1, "y": 2}, range(2), range(10**20), iter([1, 2]), 5, None, [1, [2, 3]],
          [[1, 2], 3], Sized(), Sequence(), Failing(), NotIterator(), (x for x in "ab"), {1, 2}, int, 1.5]
for target in targets:
    names = sorted(set(target) & set("abc"))
    namespace = {}
    exec(f"def f(v):\n    {target} = v\n    return [{', '.join(names)}]", namespace)
    for value in values:
        if type(value).__name__ in ("list_iterator", "generator"):
            value = iter(["p", "q"])
        if isinstance(value, range) and len(range(3)) and value.stop > 10**19 and "*" in target:
            continue
        print(target, "=", type(value).__name__, ascii(t(namespace["f"], value)))
