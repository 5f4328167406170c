# Generated graphs: sizes from a generator of numbers, counts from the collector.
import gc
gc.disable()
gc.collect()
seed = 12345


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % (1 << 31)
    return seed >> 8 if n is None else (seed >> 8) % n


class Node:
    def __init__(self):
        self.n0 = self.n1 = self.n2 = self.n3 = self.n4 = self.n5 = self.ring = None


def graph(size, edges):
    nodes = []
    for i in range(size):
        kind = random(4)
        nodes.append(Node() if kind == 0 else [] if kind == 1 else {} if kind == 2 else Node())
    for i in range(edges):
        a, b = nodes[random(size)], nodes[random(size)]
        if type(a) is Node:
            setattr(a, "n%d" % random(6), b)
        elif type(a) is list:
            a.append(b)
        else:
            a[random(5)] = b
    # Everything hangs on one ring, so that nothing dies before the collection.
    for i in range(size):
        a, b = nodes[i], nodes[(i + 1) % size]
        if type(a) is Node:
            a.ring = b
        elif type(a) is list:
            a.append(b)
        else:
            a["ring"] = b
    return nodes


for round in range(30):
    size = 1 + random(400)
    nodes = graph(size, random(1000))
    keep = nodes[random(size)] if round % 3 == 0 else None
    del nodes
    found = gc.collect()
    keep = None
    print(size, found, gc.collect())
