# What built-in functions and methods say about wrong arguments.


def attempt(source):
    try:
        print(source, "->", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in [
    "len()", "len(1)", "len([], [])", "len(obj=[])", "abs()", "abs('a')", "abs(1, 2)", "all(1)", "all()", "any(1, 2)", "ascii()", "bin(1.5)",
    "bin('a')", "callable()", "chr(-1)", "chr(1114112)", "chr('a')", "chr(1.0)", "ord('')", "ord('ab')", "ord(1)", "ord(b'ab')",
    "divmod(1)", "divmod(1, 0)", "divmod('a', 1)", "getattr(1)", "getattr(1, 2)", "getattr(1, 'x')", "getattr()", "setattr(1, 'x')",
    "setattr(1, 'x', 2)", "hasattr(1)", "hasattr(1, 2)", "delattr(1, 'x')", "hash([])", "hash({})", "hash(set())", "hash()", "hex(1.5)",
    "oct('a')", "id()", "isinstance(1)", "isinstance(1, 2)", "isinstance(1, (int, 2))", "isinstance(1, ('a',))", "issubclass(1, int)",
    "issubclass(int, 1)", "issubclass(int)", "iter()", "iter(1)", "iter(1, 2)", "iter(len, 1, 2)", "next()", "next([])", "next(iter([]))",
    "next(iter([]), 5)", "next(1, 2, 3)", "map()", "map(len)", "list(map(1, [1]))", "filter(1)", "filter(None, 1)",
    "list(zip(1))", "zip([1], 2)", "list(zip([1], [1, 2], strict=True))", "list(zip([1, 2], [1], strict=True))", "zip(a=1)",
    "list(zip([1], [1], [], strict=True))", "enumerate()", "enumerate(1)", "enumerate([], 'a')", "enumerate([], 1, 2)", "reversed()",
    "reversed(1)", "reversed({1})", "reversed(iter([]))", "range()", "range('a')", "range(1.0)", "range(1, 2, 0)", "range(1, 2, 3, 4)",
    "range(stop=1)", "slice()", "slice(1, 2, 3, 4)", "sum()", "sum(1)", "sum(['a'])", "sum('ab')", "sum([], 'a')", "sum(['a'], '')",
    "sum([b'a'], b'')", "sum([[1], [2]], [])", "min()", "min(1)", "min([])", "min([], default=3)", "min(1, 2, default=3)", "min(1, 'a')",
    "max([1, 'a'])", "max(1, 2, key=3)", "max(key=len)", "max([], key=len)", "min([1], foo=2)", "sorted()", "sorted(1)", "sorted([1, 'a'])",
    "sorted([1], 2)", "sorted([1], key=1)", "sorted([2, 1], reverse='x')", "sorted([1], foo=2)", "pow()", "pow(1)", "pow(1, 'a')",
    "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(2.0, 3, 4)", "pow('a', 1, 1)", "round()", "round('a')", "round(1.5, 'a')", "round(1, 2, 3)",
    "format(1, 2)", "format(1, 'q')", "format([], 'x')", "format()", "vars(1)", "vars(1, 2)", "dir(1, 2)", "input(1, 2)", "type()",
    "type(1, 2)", "type('a', (), 1)", "type('a', 1, {})", "type(1, (), {})", "type('a', (1,), {})", "super()", "super(1)",
    "super(int, 'a')", "property(1, 2, 3, 4, 5)", "staticmethod()", "classmethod()", "object(1)", "print(1, sep=1)", "print(1, end=2)",
    "print(1, foo=2)", "print(file=1)", "open()", "exec()", "eval(1)", "compile()", "__import__()", "__import__(1)", "__import__('')",
    "globals(1)", "locals(1)", "memoryview(1)", "memoryview()", "frozenset(1)", "frozenset(1, 2)", "bool(1, 2)", "bool(x=1)",
    "complex('a')", "complex(1, 'a')", "complex('1', 2)", "float('a')", "float(None)", "float(1, 2)", "int('a')", "int(None)", "int(1, 2)",
    "int('1', 99)", "int('1', 'a')", "int(1, base=2)", "int(base=2)", "int('')", "str(1, 2)", "str(b'a', 1)", "str(b'\\xff', 'utf-8')",
    "bytes('a')", "bytes(-1)", "bytes(['a'])", "bytes([256])", "bytes(1, 'utf-8')", "bytearray('a')", "list(1)", "list(1, 2)",
    "tuple(1)", "dict(1)", "dict([1])", "dict([(1, 2, 3)])", "dict(1, 2)", "set(1)", "aiter(1)", "anext(1)", "callable(1, 2)",
]:
    attempt(source)
