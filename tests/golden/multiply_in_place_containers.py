# x *= sequence: what is a container itself does not let the right operand repeat.
class Plain:
    pass


class Counting:
    def __len__(self):
        return 2


class Index:
    def __index__(self):
        return 2


class Subclass(list):
    pass


values = [("int", lambda: 2), ("list", lambda: [1]), ("str", lambda: "ab"), ("dict", lambda: {1: 2}), ("set", lambda: {1}),
          ("range", lambda: range(2)), ("bytes", lambda: b"x"), ("bytearray", lambda: bytearray(b"x")), ("tuple", lambda: (1,)),
          ("Plain", Plain), ("Counting", Counting), ("Index", Index), ("float", lambda: 1.5), ("None", lambda: None),
          ("keys", lambda: {}.keys()), ("frozenset", frozenset), ("memoryview", lambda: memoryview(b"a")),
          ("Subclass", lambda: Subclass([1])), ("bool", lambda: True), ("len", lambda: len), ("type", lambda: int)]
for left_name, left in values:
    for right_name, right in values:
        for operation in ("*", "*=", "+="):
            if operation == "+=" and right_name not in ("list", "str", "Plain"):
                continue
            x = left()
            try:
                if operation == "*":
                    x = x * right()
                elif operation == "*=":
                    x *= right()
                else:
                    x += right()
                print(left_name, operation, right_name, x if "object at" not in repr(x) else type(x).__name__)
            except Exception as e:
                print(left_name, operation, right_name, type(e).__name__, e)
