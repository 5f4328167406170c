class Add:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

class Multiply:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

def evaluate_dict(node, handlers):
    return handlers[node[0]](node, handlers)

HANDLERS = {
    "number": lambda node, handlers: node[1],
    "add": lambda node, handlers: evaluate_dict(node[1], handlers) + evaluate_dict(node[2], handlers),
    "multiply": lambda node, handlers: evaluate_dict(node[1], handlers) * evaluate_dict(node[2], handlers),
}

def evaluate(node):
    if isinstance(node, int):
        return node
    if isinstance(node, Add):
        return evaluate(node.left) + evaluate(node.right)
    if isinstance(node, Multiply):
        return evaluate(node.left) * evaluate(node.right)
    raise TypeError(node)

def main():
    tree = ("add", ("multiply", ("number", 3), ("number", 4)), ("add", ("number", 5), ("number", 6)))
    objects = Add(Multiply(3, 4), Add(5, 6))
    total = 0
    for _ in range(110000):
        total += evaluate_dict(tree, HANDLERS)
        total += evaluate(objects)
    print(total)

main()
