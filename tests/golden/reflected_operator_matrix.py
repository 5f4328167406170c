# Who is asked first: left operand, right operand, subclass of the left one's class; and what NotImplemented leads to.
def make(name, bases, methods, answer):
    def method(which):
        def call(self, other):
            print("  ", name + "." + which)
            return answer
        return call
    return type(name, bases, {m: method(m) for m in methods})


import operator

operations = [("add", operator.add), ("mul", operator.mul), ("lt", operator.lt), ("eq", operator.eq), ("iadd", operator.iadd)]
reflected = {"add": "radd", "mul": "rmul", "lt": "gt", "eq": "eq", "iadd": "radd"}
for name, operation in operations:
    forward, backward = f"__{name}__", f"__{reflected[name]}__"
    for left_methods in ((), (forward,), (forward, backward)):
        for right_methods in ((), (backward,), (forward, backward)):
            for related in (False, True):
                for answers in ((1, 2), (NotImplemented, 2), (NotImplemented, NotImplemented)):
                    Left = make("Left", (), left_methods, answers[0])
                    Right = make("Right", (Left,) if related else (), right_methods, answers[1])
                    print(name, left_methods, right_methods, related, *[str(a)[:3] for a in answers])
                    try:
                        result = operation(Left(), Right())
                        print("  =", result if isinstance(result, (int, bool)) else type(result).__name__)
                    except TypeError as e:
                        print("  ", e)
