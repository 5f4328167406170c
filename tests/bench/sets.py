"""Set operations and graph search."""
def neighbours(n):
    graph = {}
    for i in range(n):
        graph[i] = {(i * 7 + 1) % n, (i * 3 + 2) % n, (i + 1) % n}
    return graph

def breadth_first(graph, start):
    seen = {start}
    frontier = [start]
    depth = 0
    while frontier:
        following = set()
        for node in frontier:
            following |= graph[node] - seen
        seen |= following
        frontier = sorted(following)
        depth += 1
    return len(seen), depth

graph = neighbours(120000)
print(breadth_first(graph, 0))
a = set(range(0, 600000, 2))
b = set(range(0, 600000, 3))
print(len(a & b), len(a | b), len(a - b), len(a ^ b))
hits = 0
for i in range(1500000):
    if i in a and i not in b:
        hits += 1
print(hits)
