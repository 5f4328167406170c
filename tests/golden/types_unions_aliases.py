def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
print(list[int], dict[str, int], tuple[int, ...], set[list[int]], type[int], frozenset[int])
a = list[int]; print(a.__origin__, a.__args__, a([1, 2]), a == list[int], a != list[str], hash(a) == hash(list[int]), type(a), a.__parameters__)
print(int | str, int | None, None | int, int | str | int, (int | str) == (str | int), (int | int), type(int | str), (int | list[int]))
print(isinstance(1, int | str), isinstance(1.5, int | str), isinstance(None, int | None), issubclass(int, int | str), (int | str).__args__)
t(lambda: isinstance(1, list[int]))
t(lambda: issubclass(int, list[int]))
t(lambda: isinstance(1, list[int] | int))
t(lambda: int | 1)
t(lambda: isinstance(1, 1))
t(lambda: isinstance(1, (int, 1)))
t(lambda: isinstance(1, (str, 1)))
t(lambda: issubclass(1, int))
t(lambda: issubclass(int, 1))
print(isinstance(True, int), isinstance(1, (str, (float, (int,)))), issubclass(bool, (str, int)), isinstance(int, type), isinstance(type, object), issubclass(int, object))
class C:
    def __init__(self, x): self.x = x
class Fake:
    @property
    def __class__(self): return C
print(isinstance(Fake(), C), isinstance(Fake(), Fake))
class D(list[int]): pass
print(D.__bases__, D.__orig_bases__, D([1]))
t(lambda: list[int][str])
t(lambda: int[str])
print(list[int].append, list[int].__name__ if hasattr(list[int], '__name__') else None)


# GenericAlias can be derived from.
import types


class Alias(types.GenericAlias):
    def __repr__(self):
        return 'an ' + super().__repr__()


alias = Alias(list, (int,))
print(alias, alias == list[int], list[int] == alias, alias.__origin__, alias([1]))
print(Alias(dict, (str, alias)))
