"""Regular expressions: Perl-like patterns over str and bytes.

The work is done by _sre; here are the error, the flags and the lexical
scanner.  The flags are an enumeration, which is made when first asked for.
"""
from _sre import (Match, Pattern, compile, escape, findall, finditer, fullmatch, match, purge, search, split, sub,
                  subn)

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split",
    "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U",
    "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
    "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]

__version__ = "2.2.1"


class PatternError(Exception):
    """A regular expression that is wrong: what (msg), in which pattern, at which index (pos, or None)
    and so in which line (lineno) and column (colno).
    """

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError


def _make_flags():
    import enum

    @enum.global_enum
    @enum._simple_enum(enum.IntFlag, boundary=enum.KEEP)
    class RegexFlag:
        NOFLAG = 0
        ASCII = A = 256
        IGNORECASE = I = 2
        LOCALE = L = 4
        UNICODE = U = 32
        MULTILINE = M = 8
        DOTALL = S = 16
        VERBOSE = X = 64
        DEBUG = 128
        __str__ = object.__str__
        _numeric_repr_ = hex

    return RegexFlag


_FLAGS = {
    "NOFLAG": 0, "ASCII": 256, "A": 256, "IGNORECASE": 2, "I": 2, "LOCALE": 4, "L": 4, "UNICODE": 32, "U": 32,
    "MULTILINE": 8, "M": 8, "DOTALL": 16, "S": 16, "VERBOSE": 64, "X": 64, "DEBUG": 128,
}


def _compile(pattern, flags):
    """What a pickled pattern is made of again."""
    return compile(pattern, flags)


def __getattr__(name):
    if name not in _FLAGS and name != "RegexFlag":
        raise AttributeError(f"module 're' has no attribute {name!r}")
    flags = _make_flags()
    globals()["RegexFlag"] = flags
    for flag, number in _FLAGS.items():
        globals()[flag] = flags(number)
    return globals()[name]


class Scanner:
    """Splits text by a lexicon of (pattern, action) pairs."""

    def __init__(self, lexicon, flags=0):
        if hasattr(flags, "value"):
            flags = flags.value
        self.lexicon = lexicon
        parts = []
        self._numbers = numbers = {}
        before = 1
        for i, (phrase, action) in enumerate(lexicon):
            numbers[before] = i
            parts.append(f"({phrase})")
            before += compile(phrase, flags).groups + 1
        self.scanner = compile("|".join(parts), flags)

    def scan(self, string):
        result = []
        append = result.append
        find = self.scanner.scanner(string).match
        i = 0
        while True:
            m = find()
            if not m:
                break
            j = m.end()
            if i == j:
                break
            action = self.lexicon[self._numbers[m.lastindex]][1]
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                append(action)
            i = j
        return result, string[i:]
