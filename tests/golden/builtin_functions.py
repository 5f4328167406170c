def tries(*calls):
    for call in calls:
        try: print(call())
        except Exception as e: print(type(e).__name__, e)
tries(lambda: abs(-3), lambda: abs("x"), lambda: all([1, 0]), lambda: all(5), lambda: any([]), lambda: ascii("é\n"), lambda: bin(10), lambda: bin(1.5), lambda: oct(8), lambda: hex(-255), lambda: callable(len), lambda: callable(5), lambda: chr(8364), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: ord("a"), lambda: ord("ab"), lambda: ord(b"x"), lambda: ord(5), lambda: ord(""))
tries(lambda: divmod(7, -2), lambda: divmod(1, 0), lambda: divmod("a", 1), lambda: pow(2, 10), lambda: pow(2, -1), lambda: pow(2, 10, 7), lambda: pow(2, -1, 7), lambda: pow(2, 3, 0), lambda: pow(base=2, exp=3), lambda: round(2.5), lambda: round(3.5), lambda: round(2.675, 2), lambda: round(1234, -2), lambda: round("x"), lambda: round(1.5, None), lambda: round(number=1.55, ndigits=1))
tries(lambda: sum([1, 2]), lambda: sum([1.5, 2]), lambda: sum([[1], [2]], []), lambda: sum(["a"]), lambda: sum([], start=5), lambda: sum("ab", ""), lambda: sum([0.1] * 10), lambda: sum([1, 2**70]), lambda: sum([True, 2]), lambda: sum([1, 1.5, 2j]), lambda: sum(5), lambda: sum([b"a"], b""), lambda: sum([1], 2, 3), lambda: sum([bytearray(b"x")], bytearray()))
tries(lambda: max(1, 3, 2), lambda: max([]), lambda: max([], default=0), lambda: max("b", "a", key=ord), lambda: min([3, 1], key=lambda x: -x), lambda: max(), lambda: max(1, 2, default=3), lambda: max(1, "a"), lambda: max([1], bad=1), lambda: min(5), lambda: max([(1, 2), (1, 3)]), lambda: min({"b": 1, "a": 2}), lambda: max([1, 2], key=None))
tries(lambda: sorted([3, 1, 2]), lambda: sorted("bca", reverse=True), lambda: sorted([1, "a"]), lambda: sorted(5), lambda: sorted(), lambda: sorted([1], key=5), lambda: sorted([1, 2], bad=1), lambda: sorted([(1, "b"), (0, "a")], key=lambda t: t[1]), lambda: sorted([1], [2]))
tries(lambda: getattr(1, "real"), lambda: getattr(1, "zz", 5), lambda: getattr(1, "zz"), lambda: getattr(1, 5), lambda: hasattr(1, "imag"), lambda: hasattr(1, 5), lambda: setattr(1, "x", 1), lambda: setattr(1, 2, 3), lambda: delattr(1, "real"), lambda: isinstance(1, int), lambda: isinstance(1), lambda: issubclass(bool, (str, int)), lambda: id(None) == id(None), lambda: hash("a") == hash("a"), lambda: hash([]), lambda: len(5), lambda: len("abc"), lambda: len())
tries(lambda: list(iter([1, 2])), lambda: iter(5), lambda: list(iter(iter([1, 2, 3]).__next__, 2)), lambda: iter(5, 1), lambda: next(iter([])), lambda: next(iter([]), "d"), lambda: next(5), lambda: next([]), lambda: repr("x"), lambda: format(3.14159, ".2f"), lambda: format(5, 5), lambda: format("x", ">4"), lambda: input.__name__)
tries(lambda: eval("1 + 1"), lambda: eval("x", {"x": 5}), lambda: eval("x", {"x": 5}, {"x": 6}), lambda: eval("1 +"), lambda: eval(5), lambda: eval("  7"), lambda: eval("x", 5), lambda: eval("x", {}, 5), lambda: exec("y = 1"), lambda: exec("z = 3", d := {}) or d["z"], lambda: exec(5), lambda: exec("a", 5), lambda: eval(compile("3 * 4", "f", "eval")), lambda: exec(compile("q = 5", "f", "exec"), d) or d["q"], lambda: compile("x", "f", "bad"), lambda: compile("x", 5, "eval"), lambda: compile(5, "f", "exec"), lambda: eval(b"1 + 2"), lambda: eval("a\0b"), lambda: exec("raise KeyError('k')"), lambda: eval("lambda: 1")(), lambda: eval("[x for x in y]", {"y": [1, 2]}), lambda: exec("def f(): return g\ng = 1\nprint(f())", {}), lambda: compile("1 2", "name", "exec"), lambda: eval("__import__('sys').version_info[0]"))
tries(lambda: globals() is globals(), lambda: sorted(vars(type("T", (), {"a": 1})()).keys()), lambda: vars(5), lambda: "a" in dir(type("T", (), {"a": 1})), lambda: dir(5) == sorted(dir(5)), lambda: locals(), lambda: vars().keys(), lambda: dir(), lambda: __import__("sys").__name__, lambda: __import__("nope"), lambda: __import__(5), lambda: __import__("sys", level=-1), lambda: __import__(""))
class Bad:
    def __dir__(self): return 5
    def __len__(self): return "x"
    def __bool__(self): return 2
    def __iter__(self): return 1
    def __next__(self): raise KeyError("in next")
    def __repr__(self): return 1
    def __format__(self, s): return 5
    def __abs__(self): return "abs"
    def __round__(self, n=None): return n
    def __reversed__(self): return "rev"
    def __length_hint__(self): return -1
b = Bad()
tries(lambda: dir(b), lambda: len(b), lambda: bool(b), lambda: iter(b), lambda: next(b), lambda: repr(b), lambda: format(b), lambda: abs(b), lambda: round(b, 3), lambda: reversed(b), lambda: list(b), lambda: not b, lambda: [x for x in b], lambda: f"{b}")
print(1, 2, sep="-", end="!\n"); print(); print(*"abc", sep=None, end=None)
tries(lambda: print(1, sep=5), lambda: print(1, end=5), lambda: print(1, bad=5), lambda: print(1, file=5), lambda: print("x", flush=True), lambda: print("f", file=None))
print(None, True, 1.0, [1], (1,), {}, set(), "é", b"b", Ellipsis, NotImplemented, int, len, 1j)
print(list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, "", "a"])), list(zip()), list(zip([1], strict=True)), list(enumerate("ab", start=5)), list(reversed([1, 2])), type(map(str, [])).__name__)
tries(lambda: list(zip([1], [], strict=True)), lambda: list(zip([1], [2, 3], strict=True)), lambda: map(), lambda: map(str), lambda: filter(1), lambda: enumerate(), lambda: enumerate(5), lambda: enumerate([], "x"), lambda: reversed(5), lambda: reversed({1}), lambda: zip(5), lambda: list(map(5, [1])), lambda: slice(), lambda: range(), lambda: range("a"), lambda: range(1, 2, 0), lambda: bool(1, 2), lambda: type(5)(x=1), lambda: aiter(5), lambda: anext(5))
