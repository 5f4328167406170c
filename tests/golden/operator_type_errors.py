# What operators say about operands that do not fit.


def attempt(source):
    try:
        print(source, "->", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class A: pass
class B:
    def __add__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented
    def __neg__(self): return "neg"
    def __contains__(self, item): raise KeyError(item)
class C:
    __add__ = None
    __contains__ = None
    __hash__ = None
    __iter__ = None
    __getitem__ = None


values = {"one": 1, "text": "'a'", "none": None, "list_": [1], "a": A()}
for operator in ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"]:
    for left, right in [("1", "'a'"), ("'a'", "1.5"), ("None", "None"), ("[1]", "(1,)"), ("{}", "{1}"), ("1.5", "1j")]:
        attempt(f"{left} {operator} {right}")
for operator in ["<", "<=", ">", ">="]:
    for left, right in [("1", "'a'"), ("None", "None"), ("[1]", "(1,)"), ("1j", "1"), ("{}", "{}"), ("A()", "A()"), ("B()", "1")]:
        attempt(f"{left} {operator} {right}".replace("A()", "A").replace("B()", "B()"))
for source in [
    "-'a'", "+[]", "~1.5", "~'a'", "-None", "not []", "-B()", "+B()", "1 in 2", "'a' in 1", "1 in 'abc'", "None in 'abc'", "'a' in b'abc'",
    "b'a' in 'abc'", "1 in b'abc'", "300 in b'abc'", "[] in {}", "[] in set()", "1 in B()", "1 in C()", "1 in None", "1 in A", "C() + 1",
    "1 + C()", "B() + 1", "B() + B()", "1 + B()", "hash(C())", "{C(): 1}", "{[]: 1}", "{{}: 1}", "{[1], 2}", "{(1, []): 2}", "set([[]])",
    "iter(C())", "list(C())", "C()[0]", "None[0]", "1[0]", "(1)[0]", "[1]['a']", "[1][1.0]", "[1][None]", "[1][5]", "[1][-5]", "(1,)['a']", "(1,)[5]",
    "'abc'['a']", "'abc'[5]", "b'abc'['a']", "{}['a']", "{}[[]]", "{1: 2}[3]", "range(3)['a']", "range(3)[5]", "[1][1:'a']", "[1]['a':]",
    "[1][::0]", "'abc'[::0]", "int[0]", "object[0]", "A[0]", "A()[0]", "len[0]", "print(1)[0]", "[1][0, 1]", "[1][(0,)]", "{1}[0]", "(x for x in [])[0]",
    "1()", "'a'()", "None()", "[]()", "A()()", "1.5.x", "None.x", "A.x", "A().x", "len.x", "[].x", "int.x", "1 .real.x", "(lambda: 0).x",
    "1 + 1 + 'a'", "'a' * 'b'", "'a' * 1.5", "[1] * 'a'", "'a' * -1", "1 << -1", "1 >> -1", "1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0",
    "0 ** -1", "0.0 ** -1", "1j / 0", "1j // 1", "1j % 1", "1 << 10 ** 20" if False else "2 ** 0.5 ** 'a'", "divmod(1.0, 0)", "10.0 ** 1000",
]:
    attempt(source)
for statement in [
    "x = 1; x += 'a'", "x = []; x += 1", "x = 'a'; x -= 'b'", "x = None; x += 1", "x = (1,); x += [2]", "x = {}; x |= 1", "x = {1}; x -= [1]",
    "x = [1]; x *= 'a'", "x = 1; x @= 2", "x = 'a'; x **= 2", "x = 1; x[0] = 2", "x = 'a'; x[0] = 'b'", "x = (1,); x[0] = 2", "x = None; x[0] = 1",
    "x = 1; del x[0]", "x = 'a'; del x[0]", "x = (1,); del x[0]", "x = {}; del x[1]", "x = [1]; del x[5]", "x = [1]; x[5] = 1", "x = [1]; x['a'] = 1",
    "x = {}; x[[]] = 1", "x = [1]; x[0:1] = 1", "x = [1, 2]; x[::2] = [1, 2]", "x = 1; x.y = 2", "x = None; x.y = 1", "x = 'a'; del x.y", "x = A(); del x.y",
    "x = A(); x.y += 1", "x = len; x.y = 1", "int.y = 1", "del int.real", "x = range(3); x[0] = 1", "x = b'a'; x[0] = 1", "x = bytearray(b'a'); x[0] = 'b'",
    "x = bytearray(b'a'); x[0] = 256", "x = {1}; x[0] = 1", "x = frozenset(); x |= [1]",
]:
    try:
        exec(statement, {"A": A})
    except Exception as error:
        print(statement, "->", type(error).__name__, error)
    else:
        print(statement, "is fine")
