# Chained comparisons: evaluated once, short-circuit, any result, all operators.
log = []
def note(x): log.append(x); return x
def check(source):
    log.clear()
    try: result = eval(source)
    except Exception as error: result = f"{type(error).__name__}: {error}"
    print(source, "->", result, log)
class R:
    def __init__(self, name, result): self.name, self.result = name, result
    def __lt__(self, other): log.append(f"{self.name}<"); return self.result
    def __gt__(self, other): log.append(f"{self.name}>"); return self.result
    def __eq__(self, other): log.append(f"{self.name}=="); return self.result
    def __repr__(self): return self.name
class B:
    def __init__(self, name, truth): self.name, self.truth = name, truth
    def __bool__(self): log.append(f"bool {self.name}"); return self.truth
    def __repr__(self): return f"B({self.name})"
class BadBool:
    def __bool__(self): raise ValueError("bad bool")
class NotBool:
    def __bool__(self): return 5
for source in ["note(1) < note(2) < note(3)", "note(3) < note(2) < note(1)", "note(1) < note(3) > note(2)", "note(1) == note(1) != note(2) is not note(None)", "note(1) in note([1]) in note([[1]])", "1 < 2 < 3 < 4 < 3 < 1 / 0", "1 > 2 > 1 / 0", "1 == 1.0 == True == 1 + 0j", "'a' < 'b' <= 'b' > 'a'", "1 < 2 == 2 in [2] not in [3]",
               "R('a', B('x', True)) < R('b', B('y', False)) < R('c', B('z', True))", "R('a', B('x', False)) < R('b', 1) < 3", "R('a', 5) < 1", "R('a', 0) < R('b', 1) < 2", "R('a', BadBool()) < 1 < 2", "R('a', BadBool()) < 1 is None", "R('a', NotBool()) < 1 < 2", "R('a', NotImplemented) < 1", "R('a', NotImplemented) == 1", "R('a', NotImplemented) < R('b', NotImplemented)", "R('a', NotImplemented) < R('b', 7)",
               "not 1 < 2", "not (1 < 2) == False", "1 < 2 and 2 > 3 or 4 < 5", "(1 < 2) < 3", "1 < (2 < 3)", "[] < [1] < [1, 2]", "() == []", "{1} < {1, 2} >= {2}", "1 != 1 != 1", "1 < 2 if 3 < 4 < 5 else 6", "[x for x in range(5) if 1 <= x < 4]", "all(a <= b for a, b in zip([1, 2], [2, 3]))", "1 < 'a' < 2", "1 < 2 < 'a'", "3 < 2 < 'a'", "float('nan') == float('nan')", "0 <= -0.0 <= 0", "(lambda: 1 < note(2) < 3)()", "1 in [1] == True", "(1 in [1]) == True"]:
    check(source)
