"""Garbage that only the cycle collector can free."""
import gc

class Node:
    def __init__(self, name):
        self.name = name
        self.peers = []

def ring(n):
    nodes = [Node(i) for i in range(n)]
    for i, node in enumerate(nodes):
        node.peers.append(nodes[(i + 1) % n])
        node.peers.append(nodes[i - 1])
    return nodes[0]

keep = [ring(10) for _ in range(300)]
for i in range(30000):
    ring(8)
print(len(keep), gc.isenabled())
for i in range(300000):
    a = []
    b = {"a": a}
    a.append(b)
print(gc.collect() >= 0)
