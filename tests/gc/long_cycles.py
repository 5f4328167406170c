# The collector never recurses.
import gc
gc.disable()
gc.collect()


class Node:
    __slots__ = ("next",)


first = node = Node()
for i in range(300000 - 1):
    node.next = Node()
    node = node.next
node.next = first
del first, node
print(gc.collect())
first = last = []
for i in range(300000 - 1):
    last.append([])
    last = last[0]
last.append(first)
print(gc.collect())
del first, last
print(gc.collect())
