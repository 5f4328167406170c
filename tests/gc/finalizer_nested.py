# A destruction started inside a finalizer happens at once.
class Noisy:
    def __init__(self, name, action=None):
        self.name = name
        self.action = action

    def __del__(self):
        print("begin", self.name)
        if self.action:
            self.action()
        print("end", self.name)


table = {"x": Noisy("x")}


def drop():
    table.clear()
    print("dropped")


outer = Noisy("outer", drop)
outer.part = Noisy("part")
del outer
print("--")


def make_and_drop():
    n = Noisy("made")
    n.inner = [Noisy("inner")]


holder = [Noisy("one"), Noisy("two", make_and_drop), Noisy("three")]
del holder
print("--")


def deep(n):
    if n:
        return Noisy("deep%d" % n, lambda: deep(n - 1) and None)


deep(3)
