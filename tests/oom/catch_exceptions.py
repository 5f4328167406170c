def fail(n):
    if n == 0:
        raise ValueError("deep")
    fail(n - 1)


try:
    fail(3)
except ValueError as e:
    print(repr(e), e.__traceback__ is not None)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("k") from e
except KeyError as e:
    print(repr(e.__cause__), e.args)
finally:
    print("finally")
try:
    {}["missing"]
except LookupError as e:
    print(type(e), e)
