# locals() and vars() in a class body are its namespace, also where the body uses variables of a function.
def function():
    outer = {"A": 1}

    class Uses:
        x = 1
        print(type(locals()), sorted(name for name in locals() if name[0] != "_"))
        vars()["new"] = outer
        y = [outer for _ in range(1)]
        print(sorted(name for name in locals() if name[0] != "_"))
        locals().update({key: value for key, value in outer.items()})

        class Inner:
            z = outer
            vars()["deep"] = z
    print(Uses.new, Uses.A, Uses.Inner.deep, hasattr(Uses, "outer"))


class Namespace(dict):
    def __setitem__(self, key, value):
        if key[0] != "_":
            print("set", key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Namespace()

    def __new__(mcls, name, bases, namespace):
        return super().__new__(mcls, name, bases, dict(namespace))


def prepared():
    value = 5

    class Own(metaclass=Meta):
        a = value
        print(type(vars()).__name__, vars()["a"])
        vars()["b"] = value
    return Own.a, Own.b


function()
print(prepared())
