# What is left at exit is finalized: module globals in order, then cycles.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self, print=print):
        print("del", self.name)


b = Noisy("b")
a = Noisy("a")
_private = Noisy("_private")
items = [Noisy("in list 1"), Noisy("in list 2")]
cycle = Noisy("cycle")
cycle.me = cycle


def function(default=Noisy("default")):
    pass


class Class:
    attribute = Noisy("class attribute")


print("end of script")
