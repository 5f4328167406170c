class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)
        return kind is ValueError


with Manager("a") as a, Manager("b"):
    print(a.name)
with Manager("c"):
    raise ValueError("swallowed")
