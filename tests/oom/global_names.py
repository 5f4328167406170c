x = 1


def f():
    global x
    x += 1
    return x


print(f(), f(), "x" in globals(), sorted(k for k in globals() if k[0] != "_"))
