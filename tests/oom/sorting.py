words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words), sorted(words, key=len), sorted(words, key=lambda w: (w[-1], len(w)), reverse=True), min(words), max(words))
