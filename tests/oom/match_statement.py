class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def f(v):
    match v:
        case [1, *rest]:
            return rest
        case {"k": k, **others}:
            return k, others
        case P(x=0, y=y):
            return y
        case str() as s if s:
            return s
        case 1 | 2:
            return "small"
        case _:
            return None


print([f(v) for v in ([1, 2, 3], {"k": 1, "z": 2}, P(0, 9), "text", 2, 3.5)])
