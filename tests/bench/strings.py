"""Building, splitting, joining and searching text."""
words = "the quick brown fox jumps over the lazy dog and runs away".split()

def build(n):
    text = ""
    for i in range(n):
        text += words[i % len(words)] + " "
    return text

def caesar(text, shift):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)

text = build(300000)
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(sorted(counts.items()))
print(len(text), text.count("fox"), text.find("lazy"), text.replace("dog", "cat").count("cat"))
print(caesar(text[:1200000], 3)[:60])
print(len(",".join(w.upper() for w in text.split())))
lines = [line.strip().title() for line in text.split("over")]
print(len(lines), lines[1][:40])
