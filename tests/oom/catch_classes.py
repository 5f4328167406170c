for attempt in range(2):
    try:
        class A:
            def __init__(self):
                self.items = {"a": [1, 2]}

        a = A()
        print(a.items)
    except MemoryError:
        print("caught")
