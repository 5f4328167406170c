"""Allocation: binary trees of tuples and of objects."""
class Node:
    __slots__ = ("left", "right", "value")

    def __init__(self, value):
        self.value = value
        self.left = self.right = None

def insert(root, value):
    node = root
    while True:
        if value < node.value:
            if node.left is None:
                node.left = Node(value)
                return
            node = node.left
        else:
            if node.right is None:
                node.right = Node(value)
                return
            node = node.right

def make(depth):
    return (make(depth - 1), make(depth - 1)) if depth else (None, None)

def check(tree):
    left, right = tree
    return 1 if left is None else 1 + check(left) + check(right)

for depth in range(4, 17, 2):
    print(depth, sum(check(make(depth)) for _ in range(1 << (16 - depth))))
root = Node(500000)
x = 1
for _ in range(80000):
    x = x * 48271 % 2147483647
    insert(root, x % 1000000)
height = lambda n: 0 if n is None else 1 + max(height(n.left), height(n.right))
print(height(root))
