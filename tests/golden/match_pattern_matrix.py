# Every kind of pattern against every kind of subject.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Plain:
    pass


class Few:
    __match_args__ = ("x",)


class Wrong:
    __match_args__ = ["x"]
    x = 1


class WrongName:
    __match_args__ = (1,)


patterns = ["0", "-1", "1.0", "'a'", "b'a'", "None", "True", "1+2j", "_", "x", "[]", "[_]", "[x, y]", "[x, *r]", "[*r, x]", "[0, *_, 2]", "(x,)", "{}",
            "{'a': x}", "{'a': _, **r}", "{1: 0 | 1}", "int()", "int(x)", "str(x)", "list([x])", "dict(x)", "Point()", "Point(x)", "Point(x, y)", "Point(x=0)",
            "Point(0, y=y)", "Point(x, y, 3)", "Point(1, x=1)", "Plain()", "Plain(1)", "Few(1)", "Wrong(1)", "WrongName(1)", "bool(x)", "float(x)", "tuple((x, y))",
            "[int(), str()] as x", "0 | 1 | 2 as x", "(0 | [_]) as x", "[[x], [y]]", "x if x", "[x, y] if x == y"]
subjects = [0, 1, -1, True, 1.0, "a", "", "ab", b"a", None, 1 + 2j, [], [0], [1, 1], [0, 1, 2], (1,), (1, "a"), {}, {"a": 1}, {"a": 1, "b": 2}, {1: 0},
            Point(0, 1), Point(1, 1), Plain(), Few(), Wrong(), WrongName(), range(2), {1}, iter([]), [[1], [2]], bytearray(b"ab")]
for pattern in patterns:
    namespace = dict(globals())
    exec(f"""
def match(subject):
    match subject:
        case {pattern}:
            return {{k: v for k, v in locals().items() if k != "subject"}}
    return None
""", namespace)
    row = []
    for subject in subjects:
        try:
            bound = namespace["match"](subject)
            row.append("-" if bound is None else "+" if not bound else ",".join(f"{k}={v!r}"[:20] if " at " not in repr(v) else k for k, v in bound.items()))
        except Exception as e:
            row.append(type(e).__name__ + ":" + str(e))
    print(pattern, *row, sep=" | ")
