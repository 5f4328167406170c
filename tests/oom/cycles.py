import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self


for i in range(5):
    Node(i)
x = []
x.append(x)
del x
print(gc.collect() >= 0, gc.isenabled())
