# @warnings.deprecated on functions, classes, subclasses and methods.
import warnings

warnings.simplefilter("always")


@warnings.deprecated("use g")
def f(a, b=2):
    "Docs."
    return a + b


@warnings.deprecated("no class", category=FutureWarning)
class C:
    def __init__(self, x=0):
        self.x = x


@warnings.deprecated("plain")
class Plain:
    pass


class Methods:
    @warnings.deprecated("method")
    def method(self):
        return "m"

    @staticmethod
    @warnings.deprecated("static")
    def static():
        return "s"

    @property
    @warnings.deprecated("property")
    def value(self):
        return "v"


def logged(function, *args, **keywords):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        try:
            result = function(*args, **keywords)
        except TypeError as error:
            result = error
        print(result if not isinstance(result, (C, Plain)) else type(result).__name__,
              [(str(item.message), item.category.__name__) for item in log])


logged(f, 1)
logged(f, 1, b=5)
print(f.__name__, f.__doc__, f.__deprecated__, f.__wrapped__.__name__)
logged(C)
logged(C, 4)
logged(Plain)
logged(Plain, 1)
print(C.__deprecated__, C.__name__)
logged(lambda: type("D", (C,), {}).__name__)
logged(lambda: type("E", (Plain,), {}).__name__)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")

    class Sub(C):
        pass

logged(lambda: Sub(3).x)
logged(Methods().method)
logged(Methods.static)
logged(lambda: Methods().value)


@warnings.deprecated("silent", category=None)
def quiet():
    return 1


logged(quiet)
print(quiet.__deprecated__)
for wrong in (lambda: warnings.deprecated(3), lambda: warnings.deprecated("x")(3)):
    logged(wrong)
