def f(*args):
    raise ValueError("bad " + str(len(args)))

result = f(
    1,
    2,
    3,
)
