# Finalizers of garbage in cycles: once each, oldest first, whatever they do.
import gc
gc.disable()
gc.collect()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a, b, c = Noisy("a"), Noisy("b"), Noisy("c")
a.next, b.next, c.next = b, c, a
del a, b, c
print(gc.collect())


class Breaker(Noisy):
    def __del__(self):
        print("break", self.name)
        self.__dict__.clear()


a, b = Breaker("a"), Breaker("b")
a.b, b.a = b, a
del a, b
print(gc.collect())


class Collector(Noisy):
    def __del__(self):
        print("collect in", self.name, gc.collect())


a, b = Collector("a"), Collector("b")
a.b, b.a = b, a
del a, b
print(gc.collect())


class Maker(Noisy):
    def __del__(self):
        x = []
        x.append(x)
        print("made", self.name)


a = Maker("a")
a.me = a
del a
print(gc.collect())
print(gc.collect())


class Child(Noisy):
    def __init__(self, name, parent):
        super().__init__(name)
        self.parent = parent
        parent.child = self


p = Noisy("parent")
Child("child", p)
p.text = "held"
p.tail = Noisy("tail")
del p
print(gc.collect())
