"""Shell patterns: * any text, ? one character, [seq] and [!seq] one of a set."""
import os
import posixpath
import re
from functools import lru_cache

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Test whether name matches pat, cases normalized as the operating system has it."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    """Test whether name matches pat, case included."""
    return _compile_pattern(pat)(name) is not None


def filter(names, pat):
    """Those of the names that match, as a list."""
    match = _compile_pattern(os.path.normcase(pat))
    if os.path is posixpath:
        return [name for name in names if match(name)]
    return [name for name in names if match(os.path.normcase(name))]


@lru_cache(maxsize=32768, typed=True)
def _compile_pattern(pat):
    if isinstance(pat, bytes):
        return re.compile(bytes(translate(str(pat, "ISO-8859-1")), "ISO-8859-1")).match
    return re.compile(translate(pat)).match


_STAR = object()


def _translate_set(inside):
    """What stands between brackets, as a regular expression."""
    if "-" not in inside:
        inside = inside.replace("\\", r"\\")
    else:
        chunks = []
        start = 0
        k = 2 if inside[0] == "!" else 1
        while (k := inside.find("-", k)) >= 0:
            chunks.append(inside[start:k])
            start = k + 1
            k += 3
        rest = inside[start:]
        if rest:
            chunks.append(rest)
        else:
            chunks[-1] += "-"
        # Ranges that go backwards are empty.
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        inside = "-".join(s.replace("\\", r"\\").replace("-", r"\-") for s in chunks)
    if not inside:
        return "(?!)"
    if inside == "!":
        return "."
    inside = re.sub(r"([&~|])", r"\\\1", inside)
    if inside[0] == "!":
        inside = "^" + inside[1:]
    elif inside[0] in ("^", "["):
        inside = "\\" + inside
    return f"[{inside}]"


def _parts(pat):
    parts = []
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if not parts or parts[-1] is not _STAR:
                parts.append(_STAR)
        elif c == "?":
            parts.append(".")
        elif c == "[":
            j = i
            if j < n and pat[j] == "!":
                j += 1
            if j < n and pat[j] == "]":
                j += 1
            j = pat.find("]", j)
            if j < 0:
                parts.append("\\[")
            else:
                parts.append(_translate_set(pat[i:j]))
                i = j + 1
        else:
            parts.append(re.escape(c))
    return parts


def translate(pat):
    """The regular expression that matches what the shell pattern matches."""
    result = []
    fixed = []
    starred = False
    for part in _parts(pat):
        if part is not _STAR:
            fixed.append(part)
            continue
        # A star before the last one need not be tried again once what follows it was found.
        text = "".join(fixed)
        result.append(f"(?>.*?{text})" if starred else text)
        starred = True
        fixed = []
    text = "".join(fixed)
    result.append(f".*{text}" if starred else text)
    return f"(?s:{''.join(result)})\\Z"
