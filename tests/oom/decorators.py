def count(f):
    calls = 0

    def wrapper(*args, **kw):
        nonlocal calls
        calls += 1
        return f(*args, **kw), calls
    return wrapper


@count
@count
def double(x):
    return x * 2


print(double(2), double(x=3))
