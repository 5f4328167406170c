def f():
    try:
        g()
    except ZeroDivisionError:
        print("seen")
        raise

def g():
    1 % 0

f()
