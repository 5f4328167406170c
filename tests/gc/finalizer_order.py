# Finalizers run in the order of CPython's recursion.
class Noisy:
    def __init__(self, name, *held):
        self.name = name
        self.held = held

    def __del__(self):
        print("del", self.name)


print("-- a tree")
tree = Noisy("root", Noisy("left", Noisy("left.left"), Noisy("left.right")), Noisy("right", Noisy("right.left")))
del tree
print("-- a list, last first")
items = [Noisy("first"), Noisy("second"), Noisy("third")]
del items
print("-- list.clear()")
items = [Noisy("first"), Noisy("second")]
items.clear()
print("-- a slice")
items = [Noisy(i) for i in range(6)]
items[1:4] = []
print("-- the rest")
items = None
print("-- a tuple, last first")
items = (Noisy("first"), Noisy("second"))
items = None
print("-- a dict, in order")
table = {"a": Noisy("a"), "b": Noisy("b"), Noisy("key"): Noisy("value")}
del table
print("-- a set of one")
s = {Noisy("member")}
s = None
print("-- attributes, in order")


class Holder:
    pass


h = Holder()
h.z = Noisy("z")
h.a = Noisy("a")
h.m = Noisy("m")
del h
print("-- slots")


class Slotted:
    __slots__ = ("one", "two")


s = Slotted()
s.two = Noisy("two")
s.one = Noisy("one")
del s
print("-- locals, in order")


def function():
    b = Noisy("b")
    a = Noisy("a")
    c = Noisy("c")
    print("leaving")


function()
print("-- rebinding drops the old after the new is there")
x = Noisy("old")
x = Noisy("new")
print("bound")
del x
print("-- nested containers")
x = [[Noisy("1.1"), Noisy("1.2")], {"k": [Noisy("2.1")]}, (Noisy("3.1"), [Noisy("3.2")])]
del x
print("-- temporaries")
Noisy("temporary")
print("after")
[Noisy("in list")]
print("after")
