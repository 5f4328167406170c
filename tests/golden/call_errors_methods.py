# What methods of built-in types say about wrong arguments.


def attempt(source):
    try:
        print(source, "->", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in [
    "[].append()", "[].append(1, 2)", "[].append(x=1)", "[].extend(1)", "[].insert(1)", "[].insert('a', 1)", "[].pop('a')", "[].pop()",
    "[1].pop(5)", "[].pop(1, 2)", "[].remove(1)", "[].remove()", "[].index(1)", "[].index()", "[1].index(2, 'a')", "[].count()",
    "[].sort(1)", "[].sort(foo=1)", "[1, 'a'].sort()", "[].reverse(1)", "[].clear(1)", "[].copy(1)", "{}.get()", "{}.get(1, 2, 3)",
    "{}.get([])", "{}.pop()", "{}.pop(1)", "{}.pop(1, 2)", "{}.pop(1, 2, 3)", "{}.popitem()", "{}.popitem(1)", "{}.setdefault()",
    "{}.setdefault([])", "{}.update(1)", "{}.update([1])", "{}.update([(1,)])", "{}.update(1, 2)", "{}.keys(1)", "{}.fromkeys()",
    "{}.fromkeys(1)", "dict.fromkeys([[]])", "set().add()", "set().add([])", "set().remove(1)", "set().pop()", "set().discard()",
    "set().update(1)", "set().union(1)", "{1} - [1]", "{1} | [1]", "{1}.issubset(1)", "().index(1)", "().count()", "(1,).index(2)",
    "'a'.join()", "'a'.join(1)", "'a'.join([1])", "'a'.join(['b', 2])", "'a'.split(1)", "'a'.split('')", "'a'.split(maxsplt=1)",
    "'a'.split('b', 'c')", "'a'.replace('b')", "'a'.replace(1, 2)", "'a'.replace('a', 'b', 'c')", "'a'.find()", "'a'.find(1)",
    "'a'.index('b')", "'a'.count()", "'a'.startswith()", "'a'.startswith(1)", "'a'.startswith((1,))", "'a'.endswith(['a'])",
    "'a'.center()", "'a'.center('b')", "'a'.center(5, 'ab')", "'a'.ljust(5, 1)", "'a'.zfill('a')", "'a'.strip(1)", "'a'.partition()",
    "'a'.partition('')", "'a'.rpartition(1)", "'a'.encode(1)", "'a'.encode('nonsense')", "'\\xe9'.encode('ascii')", "'a'.format(1, 2)",
    "'{}'.format()", "'{a}'.format()", "'{0}{}'.format(1)", "'{'.format()", "'}'.format()", "'{!x}'.format(1)", "'{:q}'.format(1)",
    "'{.a}'.format(1)", "'{[0]}'.format(1)", "'a'.translate()", "'a'.translate(1)", "str.maketrans()", "str.maketrans(1)",
    "str.maketrans('a', 'bc')", "'a'.expandtabs('a')", "'a'.splitlines(1, 2)", "'a'.upper(1)", "'a' % 1", "'%d' % 'a'", "'%s %s' % 1",
    "'%s %s' % (1,)", "'%q' % 1", "'%' % 1", "'%(a)s' % 1", "'%(a)s' % {}", "'%c' % 'ab'", "'%c' % -1", "'%*d' % ('a', 1)", "'%x' % 1.5",
    "b'a'.join([1])", "b'a'.join(['a'])", "b'a'.split('a')", "b'a'.replace('a', b'b')", "b'a'.find('a')", "b'a'.find(256)",
    "b'a'.startswith('a')", "b'a'.decode('nonsense')", "b'\\xff'.decode()", "bytes.fromhex('a')", "bytes.fromhex('zz')", "bytes.fromhex(1)",
    "(1).to_bytes(0)", "(256).to_bytes(1)", "(-1).to_bytes(1)", "(1).to_bytes('a')", "(1).to_bytes(1, 'middle')", "int.from_bytes(1)",
    "int.from_bytes(b'a', 'middle')", "(1).bit_length(1)", "(1.5).hex(1)", "float.fromhex('a')", "float.fromhex(1)", "(1.5).is_integer(1)",
    "float('nan').as_integer_ratio()", "float('inf').as_integer_ratio()", "(1j).conjugate(1)", "list.append()", "list.append(1, 2)",
    "list.append([])", "str.upper()", "str.upper(1)", "dict.get(1, 2)", "int.__add__(1)", "int.__add__('a', 1)", "(1).__add__()",
    "(1).__add__(1, 2)", "[].__len__(1)",
    "'a'.__eq__()", "object().__init__(1)", "object.__new__()", "object.__new__(1)", "int.__new__(str)", "list.__new__(int)", "type.__call__()",
    "(lambda: 0).__get__()", "iter([]).__next__(1)", "range(3).index(5)", "range(3).count()", "slice(1).indices()", "slice(1).indices('a')",
    "slice(1).indices(-1)", "memoryview(b'a').cast('z')", "memoryview(b'a').tolist(1)", "bytearray(b'a').append('a')",
    "bytearray().append(256)", "bytearray().pop()", "bytearray().remove(1)", "bytearray().extend('a')", "frozenset().add", "().append",
    "(x for x in []).send()", "(x for x in []).send(1)", "(x for x in []).throw()", "(x for x in []).throw(1)", "(x for x in []).close(1)",
]:
    attempt(source)
