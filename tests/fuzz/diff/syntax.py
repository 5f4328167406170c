"""Sources that are nearly programs: tokens dropped, doubled, swapped and exchanged; both compilers must say the same.

What differs in wording or place for reasons told in README ("Where viv differs") is not generated.
"""
import glob
import io
import os
import tokenize

import scenes
import statements

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "golden")
WORDS = ["(", ")", "[", "]", "{", "}", ",", ":", "=", "==", ":=", "*", "**", "+", "-", ".", "->", "@", ";", "if", "else", "for",
         "in", "is", "not", "and", "or", "def", "class", "return", "yield", "lambda", "try", "except", "finally", "with", "as",
         "import", "from", "global", "nonlocal", "del", "pass", "break", "continue", "raise", "async", "await", "None", "True",
         "x", "f()", "1", "'s'", "f'{x}'", "match", "case", "_", "while", "assert", "...", "print", "!", "$", "?", "\\", "1a",
         "'", '"""', "f'{", "#", "elif", "*a", "**k", "x.y", "x[0]", "(yield)", "x := 1", "type", "/", "~", "0x", "b'é'", "<>"]
pieces = []


def sources():
    """Pieces of golden scripts: whole top-level statements of a few lines."""
    if not pieces:
        for path in sorted(glob.glob(os.path.join(ROOT, "*.py"))):
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            block = []
            for line in text.split("\n") + ["end"]:
                if line and not line[0].isspace() and line[0] not in "#)]}" and not line.startswith(("else", "elif", "except", "finally")):
                    if 0 < len(block) <= 12 and any(block):
                        pieces.append("\n".join(block).rstrip() + "\n")
                    block = []
                block.append(line)
    return pieces


def tokens_of(text):
    try:
        return [t for t in tokenize.generate_tokens(io.StringIO(text).readline)]
    except (tokenize.TokenError, SyntaxError):
        return None


def replace(text, token, new):
    lines = text.splitlines(keepends=True)
    (row, column), (end_row, end_column) = token.start, token.end
    if row != end_row or row > len(lines):
        return text
    line = lines[row - 1]
    lines[row - 1] = line[:column] + new + line[end_column:]
    return "".join(lines)


def mutated(r, text):
    tokens = tokens_of(text)
    if not tokens:
        return text
    usable = [t for t in tokens if t.string.strip()]
    if not usable:
        return text
    token, other = r.choice(usable), r.choice(usable)
    kind = r.random()
    if kind < 0.3:
        return replace(text, token, "")
    if kind < 0.5:
        return replace(text, token, r.choice(WORDS))
    if kind < 0.65:
        return replace(text, token, token.string + " " + r.choice(WORDS))
    if kind < 0.75:
        return replace(text, token, other.string if "\n" not in other.string else "x")
    if kind < 0.85:
        return replace(text, token, token.string + " " + token.string)
    if kind < 0.92:
        lines = text.split("\n")
        i = r.randrange(len(lines))
        lines[i] = r.choice([" " + lines[i], "    " + lines[i], lines[i].lstrip(), lines[i][1:], "\t" + lines[i], lines[i] + " \\"])
        return "\n".join(lines)
    place = r.randrange(len(text) + 1)
    return text[:place] + r.choice(["", "é", "\x0c", "'", "{", "}", "(", "€", "0", " ", "\n", "\\", "!", "\u00a0", "“"]) + text[place + r.randrange(2):]


def syntax(r):
    text = r.choice(sources())
    for _ in range(r.choice([1, 1, 1, 2, 3])):
        text = mutated(r, text)
    return text


GENERATORS = [(syntax, 25)]
