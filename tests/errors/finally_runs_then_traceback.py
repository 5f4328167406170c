def f():
    try:
        return undefined
    finally:
        print("finally")

f()
