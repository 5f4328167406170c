# keys(), values() and items(): live views, and sets.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)

d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), len(values), len(items))
d["d"] = 4
del d["a"]
print(keys, values, items)
print("a" in keys, "b" in keys, 2 in values, ("b", 2) in items, ("b", 3) in items, ("zz", 1) in items, "b" in items, ("b", 2, 3) in items)
attempt(lambda: [] in keys)
attempt(lambda: ([], 1) in items)
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)))
numbers = dict.fromkeys(range(6))
few = {4: 0, 5: 0, 6: 0}
print(numbers.keys() & few.keys(), numbers.keys() - few.keys(), sorted(numbers.keys() | few.keys()), sorted(numbers.keys() ^ few.keys()))
print(numbers.keys() & [1, 2, 99], numbers.keys() - (0, 1), sorted(numbers.keys() | range(8)), sorted(numbers.keys() ^ iter([5, 7])))
print([1, 99] & numbers.keys(), sorted([1, 99] | numbers.keys()), [1, 99] - numbers.keys(), sorted({1, 99} ^ numbers.keys()))
print({1, 2} & numbers.keys(), {1, 99} - numbers.keys(), type({1} | numbers.keys()).__name__, type(frozenset([1]) & numbers.keys()).__name__)
attempt(lambda: numbers.keys() & 5)
attempt(lambda: numbers.keys() | None)
attempt(lambda: numbers.values() & {1})
print({"x": 1}.items() & {("x", 1), ("y", 2)}, {"x": 1}.items() - {("x", 2)}, sorted({"x": 1}.items() | {("y", 2)}), {"x": 1}.items() ^ {"x": 1}.items())
attempt(lambda: {"x": []}.items() | set())
print(keys == {"b", "c", "d"}, keys == d.keys(), keys == ["b", "c", "d"], keys < {"a", "b", "c", "d"}, keys <= keys, keys > {"b"}, keys >= {"z"})
print(items == {("b", 2), ("c", 3), ("d", 4)}, items > {("b", 2)}, values == values, values == d.values(), items != dict(d).items())
print({"x": []}.items() == {"x": []}.items())
attempt(lambda: keys < [1])
attempt(lambda: values < values)
attempt(hash, keys)
attempt(hash, items)
print(isinstance(hash(values), int))
print(keys.isdisjoint("xyz"), keys.isdisjoint(["b"]), items.isdisjoint([]), keys.isdisjoint(few.keys()), numbers.keys().isdisjoint(few))
attempt(keys.isdisjoint, 5)
print(keys.mapping, type(keys.mapping).__name__, values.mapping["b"], items.mapping == d)
recursive = {}
recursive["values"] = recursive.values()
print(recursive)
print(type(keys).__name__, type(iter(keys)).__name__, type(iter(values)).__name__, type(iter(items)).__name__)
print(type(reversed(keys)).__name__, type(reversed(values)).__name__, type(reversed(items)).__name__, type(iter(d)).__name__)
attempt(lambda: type(keys)())
iterator = iter(d)
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), list(iterator), iterator.__length_hint__())
pairs = list({"p": 1, "q": 2}.items())
print(pairs, [pair for pair in {"p": 1, "q": 2}.items()])
kept = []
for pair in {"p": 1, "q": 2, "r": 3}.items():
    kept.append(pair)
print(kept)
print(bool({}.keys()), bool(keys), not {}.items())
