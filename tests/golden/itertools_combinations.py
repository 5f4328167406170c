# combinations, combinations_with_replacement, permutations.
from itertools import combinations, combinations_with_replacement, permutations
from math import comb, perm

for r in range(6):
    print(r, [''.join(t) for t in combinations('abcd', r)], [''.join(t) for t in permutations('abc', r)])
for r in range(4):
    print(r, list(combinations_with_replacement('ab', r)), list(combinations_with_replacement([], r)))
print(list(permutations([1, 2, 3])), list(permutations([])), list(permutations([], 1)), list(permutations('ab', None)))
for n in range(7):
    for r in range(n + 2):
        assert len(list(combinations(range(n), r))) == comb(n, r)
        assert len(list(permutations(range(n), r))) == perm(n, r)
        ordered = list(permutations(range(n), r))
        assert ordered == sorted(set(ordered))
        assert list(combinations(range(n), r)) == [p for p in permutations(range(n), r) if list(p) == sorted(p)]
for tool in (combinations, combinations_with_replacement, permutations):
    kept = list(tool('abc', 2))
    print(tool.__name__, len(set(map(id, kept))) == len(kept))
    it = tool('ab', 1)
    print(next(it), next(it), next(it, 'end'), next(it, 'end'))
for call in (lambda: combinations(), lambda: combinations([1]), lambda: combinations([1], -1), lambda: combinations([1], 'a'),
             lambda: combinations(1, 1), lambda: combinations_with_replacement([1]), lambda: combinations_with_replacement([1], -2),
             lambda: permutations(), lambda: permutations([1], -1), lambda: permutations([1], 'a'), lambda: permutations([1], 1, 2),
             lambda: permutations([1], 1.0), lambda: combinations([1], 2**70), lambda: combinations([1], None)):
    try:
        print(list(call()))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(list(combinations(iterable='abc', r=2)), list(permutations(iterable='ab', r=1)))
