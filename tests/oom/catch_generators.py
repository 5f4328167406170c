def g(n):
    try:
        for i in range(n):
            yield [i]
    finally:
        print("closed")


for attempt in range(2):
    try:
        print(list(g(3)))
    except MemoryError:
        print("caught")
