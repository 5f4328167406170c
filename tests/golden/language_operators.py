# Operators: order of evaluation, short circuits, chained comparison, conditional expressions, constants.
def v(x):
    print(x, end=" ")
    return x


print(v(1) + v(2) * v(3) - v(4) ** v(2) // v(3))
print(v(1) < v(2) < v(3), v(3) < v(2) < v(1), v(1) < v(3) > v(2) != v(0))
print(v(0) and v(1), v(0) or v(2), v(1) and v(0) or v(3), not v(0), v(1) or v(2) and v(3))
print(v("a") if v(1) else v("b"), v("a") if v(0) else v("b"))
print(v(1) in [v(1), v(2)], v(3) not in (v(1),), v(None) is v(None), v(1) is not v(None))
print({v("k1"): v("v1"), v("k2"): v("v2")}, [v(1), *[v(2)]], {v(3), v(4)}, (v(5), v(6)))
print(v([1, 2, 3])[v(0):v(2):v(1)], v([1, 2])[v(-1)])
for a in (0, 1, 2):
    for b in (0, 1):
        if a and b or not a and not b:
            print("if", a, b, end="; ")
        elif a > b and (b or a == 1):
            print("elif", a, b, end="; ")
        else:
            print("else", a, b, end="; ")
        while a or b:
            break
        else:
            print("both 0", end="; ")
print()
x = None
print(x is None, x is not None, "yes" if x is None else "no", [i for i in (None, 1) if i is not None])
print(1 if not (0 or None) else 2, not (1 and 0), not not [], (1 and 0) == 0)
print(1 < 2 < 3 < 4 < 3, 1 == 1.0 == True, "a" < "b" <= "b", 5 in range(6) and 7 not in range(6))
print(-2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -7 // 2, -7 % 3, 7 % -3, ~5, +True, -True)
print(1 + 2 * 3, "a" * 3 + "b", (1, 2) + (3,), 10 // 3 * 3 + 10 % 3, 1 << 10 >> 3, 6 & 3 | 8 ^ 1, 0.1 + 0.2)
print(2 ** 200 % 1000007, 10 ** 20, 1e308 * 10, -1e308 * 10, 0x_ff, 0b1_0, 0o17, 1_000.5e-2, 3j * 1j)
print("con" "cat" f"{1}" 'x', b"a" b"b", r"\n", "\x41\u00e9\N{BULLET}", '''multi
line''')
print(() is (), "" is "", (1, "a", (2.5, None)) == (1, "a", (2.5, None)))
print([1, 2, 3] == [1, 2, 3] != [3], {1: 2} == {1: 2}, {1, 2} < {1, 2, 3}, (1, 2) < (1, 3) < (2,))
print("%s and %r, %a 100%%" % ("x", "y", "é"), "%s" % (1,), "%%" % (), "%d%%" % 5, "%5s|%-5s|" % ("a", "b"))
for text in ("1 / 0", "'a' + 1", "1 + 'a'", "[] < 1", "-'x'", "~1.5", "'a' * 'b'", "1 << -1", "'%s' % ()",
             "'%s' % (1, 2)", "(1)[0]", "'abc'[5]", "1 in 2", "None + 1", "{}[1]", "(1,)[1]", "'a' 'b' % 1", "2 ** 'x'"):
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__, error)
class T:
    def __init__(self, t): self.t = t
    def __bool__(self): print("bool", self.t, end=" "); return self.t
    def __eq__(self, other): print("eq", end=" "); return T(False)
    def __lt__(self, other): print("lt", end=" "); return T(True)
    def __repr__(self): return f"T({self.t})"
print(T(1 == 1) and T(False), T(False) or T(True), not T(False))
print(T(True) < T(True) < T(True), T(True) == T(True) < T(True))
if T(True) < T(False) and not T(True) == 1:
    print("taken")
print([i for i in range(5) if i > 1 if not i == 3], all(a < b for a, b in zip([1, 2], [2, 3])))
print((lambda: (yield))().send(None), *[], sep="|")
assert True, "not raised"
try:
    assert v(0) == 1, v("message")
except AssertionError as error:
    print(repr(error))
try:
    assert not v(1)
except AssertionError as error:
    print(repr(error))
print(... is Ellipsis, NotImplemented is NotImplemented, __debug__)
print([*range(2), *"ab"], (*[1], 2), {*[1, 1], 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
