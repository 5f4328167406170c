# A weak reference's callback runs while its target dies, held by nobody:
# collections that the callback starts must neither free nor show the target.
import gc
import weakref


class Node:
    pass


def callback(reference):
    gc.collect()
    print(reference() is None, sum(isinstance(x, Node) for x in gc.get_objects()))
    junk = [Node() for _ in range(5000)]
    print(len(junk))


node = Node()
node.items = [1, {}]
reference = weakref.ref(node, callback)
node = None
print(reference())


def again(reference):
    global target
    if len(references) < 300:
        target = Node()
        references.append(weakref.ref(target, again))
        target = [{} for _ in range(30)]
        target = None


target = Node()
references = [weakref.ref(target, again)]
target = None
print(len(references), [r() for r in references] == [None] * 300)
