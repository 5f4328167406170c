"""Word statistics of generated text: the everyday mix of str, dict, list and sort."""
syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru"]

def text(n):
    x, out = 7, []
    for _ in range(n):
        x = x * 16807 % 2147483647
        word = syllables[x % 10] + syllables[x // 10 % 10]
        if x % 3 == 0:
            word += syllables[x // 100 % 10]
        out.append(word.capitalize() if x % 11 == 0 else word)
        if x % 13 == 0:
            out.append(".\n")
    return " ".join(out)

def statistics(body):
    counts, longest, starts = {}, "", {}
    for line in body.splitlines():
        for raw in line.split(" "):
            word = raw.strip(". ").lower()
            if not word:
                continue
            counts[word] = counts.get(word, 0) + 1
            starts.setdefault(word[0], set()).add(word)
            if len(word) > len(longest):
                longest = word
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
    return top, longest, {k: len(v) for k, v in sorted(starts.items())}

print(*statistics(text(400000)), sep="\n")
