print([x * y for x in range(4) for y in range(3) if x != y], {x: [x] for x in "ab"}, {x % 3 for x in range(9)},
      list(map(str, range(3))), list(filter(None, [0, 1, 2])), list(zip("ab", range(2))), list(enumerate("xy")))
