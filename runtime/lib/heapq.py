"""Lists kept as heaps: a[k] is never larger than a[2*k+1] and a[2*k+2], so the smallest item is a[0]."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']

from _heapq import heapify, heappop, heappush, heappushpop, heapreplace
from _heapq import _heapify_max, _heappop_max, _heapreplace_max


def merge(*iterables, key=None, reverse=False):
    """Yields the items of several sorted iterables as one sorted sequence, reading ahead by one item each.
    key and reverse say how they are sorted, as for sorted(); equal items keep the order of the iterables.
    """
    if reverse:
        build, pop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        build, pop, replace, direction = heapify, heappop, heapreplace, 1

    # Entries are [key, order of the source, item, next item of the source]: equal keys come in order of the sources.
    heap = []
    for number, source in enumerate(map(iter, iterables)):
        step = source.__next__
        try:
            item = step()
        except StopIteration:
            continue
        heap.append([item if key is None else key(item), number * direction, item, step])
    build(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                yield entry[2]
                item = entry[2] = entry[3]()
                entry[0] = item if key is None else key(item)
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        entry = heap[0]
        yield entry[2]
        yield from entry[3].__self__


def _extreme(n, iterable, key, largest):
    # The heap's first entry is the worst of those kept; among equal keys the later ones are worse.
    if largest:
        build, replace, direction = heapify, heapreplace, -1
    else:
        build, replace, direction = _heapify_max, _heapreplace_max, 1
    source = iter(iterable)
    order = 0
    kept = []
    for number, item in zip(range(n), source):
        kept.append((item if key is None else key(item), number * direction, item))
    if not kept:
        return kept
    build(kept)
    worst = kept[0][0]
    order = n * direction
    for item in source:
        value = item if key is None else key(item)
        if (worst < value) if largest else (value < worst):
            replace(kept, (value, order, item))
            worst = kept[0][0]
            order += direction
    kept.sort(reverse=largest)
    return [item for value, order, item in kept]


def _select(n, iterable, key, largest):
    if n == 1:
        missing = object()
        found = (max if largest else min)(iterable, default=missing, key=key)
        return [] if found is missing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=largest)[:n]
    return _extreme(n, iterable, key, largest)


def nsmallest(n, iterable, key=None):
    """The n smallest items in order, as sorted(iterable, key=key)[:n] would give them."""
    return _select(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """The n largest items, largest first, as sorted(iterable, key=key, reverse=True)[:n] would give them."""
    return _select(n, iterable, key, True)
