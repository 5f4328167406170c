"""literal_eval: the values of literals, safely.

Syntax trees as objects (parse, dump, unparse, NodeVisitor) are not there yet.
The text is compiled first, for CPython's syntax errors; what is read here is
therefore a well-formed expression, and only has to be one made of literals.
"""

__all__ = ["literal_eval"]


class _Malformed(Exception):
    """What was met is no literal."""


_QUOTES = "'\""
_DIGITS = "0123456789"


class _Reader:
    """Reads one value after the other from text known to be an expression."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self):
        """White space, comments and joined lines."""
        text = self.text
        while self.at < len(text):
            c = text[self.at]
            if c == "#":
                end = text.find("\n", self.at)
                self.at = len(text) if end < 0 else end
            elif c in " \t\f\r\n\\":
                self.at += 1
            else:
                break

    def next(self):
        """The next character that counts, or ''."""
        self.skip()
        return self.text[self.at:self.at + 1]

    def take(self, c):
        if self.next() != c:
            return False
        self.at += 1
        return True

    def line(self):
        return self.text.count("\n", 0, self.at) + 1

    def whole(self):
        """The expression itself: a value, or a tuple without parentheses."""
        value = self.value()
        if self.next() == ",":
            value = (value, *self.items("")[0])
        if self.next():
            raise _Malformed
        return value

    def items(self, closing):
        """Values after the opening bracket or the first value, and whether a comma was among them."""
        found, comma = [], bool(not closing)
        if not closing:
            self.take(",")
        while self.next() != closing:
            found.append(self.value())
            if not self.take(","):
                break
            comma = True
        if closing and not self.take(closing):
            raise _Malformed
        return found, comma

    def value(self):
        c = self.next()
        if c == "(":
            self.at += 1
            found, comma = self.items(")")
            value = tuple(found) if comma or not found else found[0]
            return self.more_of_number(value) if not comma and found else value
        if c == "[":
            self.at += 1
            return self.items("]")[0]
        if c == "{":
            self.at += 1
            return self.dict_or_set()
        if c in "+-" and c:
            return self.more_of_number(self.signed_number())
        if c in _DIGITS or c == "." and self.text[self.at + 1:self.at + 2] in _DIGITS:
            return self.more_of_number(self.number())
        if self.text.startswith("...", self.at):
            self.at += 3
            return ...
        return self.string_or_name()

    def dict_or_set(self):
        if self.take("}"):
            return {}
        first = self.value()
        if not self.take(":"):
            rest = self.items("}")[0] if self.take(",") else self.items("}")[0]
            return {first, *rest}
        found = {first: self.value()}
        while self.take(",") and self.next() != "}":
            key = self.value()
            if not self.take(":"):
                raise _Malformed
            found[key] = self.value()
        if not self.take("}"):
            raise _Malformed
        return found

    def number(self):
        """A number without a sign, in parentheses perhaps."""
        if self.take("("):
            value = self.number()
            if not self.take(")"):
                raise _Malformed
            return value
        text, start = self.text, self.at
        if text[start:start + 1] not in _DIGITS + "." or not text[start:start + 1]:
            raise _Malformed
        end = start
        hexadecimal = text[start:start + 2] in ("0x", "0X")
        while end < len(text) and (text[end].isalnum() or text[end] in "._" or
                                   text[end] in "+-" and not hexadecimal and text[end - 1] in "eE"):
            end += 1
        self.at = end
        try:
            return eval(text[start:end], {"__builtins__": {}})
        except (SyntaxError, NameError, AttributeError):  # `1if x else y`, `1 .real`
            raise _Malformed from None

    def signed_number(self):
        if self.take("-"):
            self.skip()
            return -self.number()
        if self.take("+"):
            self.skip()
        return self.number()

    def more_of_number(self, value):
        """1 + 2j, 1 - 2j"""
        sign = self.next()
        if sign not in ("+", "-"):
            return value
        self.at += 1
        self.skip()
        imaginary = self.number()
        if type(value) not in (int, float) or type(imaginary) is not complex:
            raise _Malformed
        return value + imaginary if sign == "+" else value - imaginary

    def string_or_name(self):
        text, start = self.text, self.at
        end = start
        while end < len(text) and (text[end].isalnum() or text[end] == "_"):
            end += 1
        word = text[start:end]
        if text[end:end + 1] in _QUOTES and end < len(text) and "f" not in word.lower():
            value = self.string(end)
            while self.next() and (self.next() in _QUOTES or self.begins_string()):
                value += self.string_or_name()
            return value
        self.at = end
        if word in ("None", "True", "False"):
            return {"None": None, "True": True, "False": False}[word]
        if word == "set" and self.take("(") and self.take(")"):
            return set()
        raise _Malformed

    def begins_string(self):
        at = self.at
        while self.text[at:at + 1].isalpha():
            at += 1
        return self.text[at:at + 1] in _QUOTES and at < len(self.text)

    def string(self, quote_at):
        """One literal, from its prefix to its closing quote; evaluating it can do no harm."""
        text, start = self.text, self.at
        quote = text[quote_at]
        if text.startswith(quote * 3, quote_at):
            quote *= 3
        at = quote_at + len(quote)
        while not text.startswith(quote, at):
            at += 2 if text[at] == "\\" else 1
        self.at = at + len(quote)
        return eval(text[start:self.at], {"__builtins__": {}})


def literal_eval(node_or_string):
    """Evaluate an expression that consists of strings, bytes, numbers, tuples, lists, dicts, sets, booleans, None
    and Ellipsis only.

    Anything else raises ValueError; text that is no expression raises SyntaxError.
    """
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    reader = _Reader(node_or_string.lstrip(" \t"))
    try:
        compile(reader.text, "<unknown>", "eval", 0, True)
    except SyntaxError as error:
        if error.text is not None or error.lineno is None:
            raise
        malformed = True  # it can be parsed; that it cannot be compiled (await outside a function) is no matter
    else:
        malformed = False
    try:
        if not malformed:
            return reader.whole()
    except _Malformed:
        pass
    place = "" if reader.text.startswith("**", reader.at) else f" on line {reader.line()}"
    raise ValueError(f"malformed node or string{place}: {node_or_string!r}")


_UNSUPPORTED = ("parse", "dump", "unparse", "walk", "fix_missing_locations", "NodeVisitor", "NodeTransformer", "AST")


def __getattr__(name):
    if name in _UNSUPPORTED:
        raise AttributeError(f"module 'ast' has no attribute {name!r}: syntax trees are not supported by viv yet")
    raise AttributeError(f"module 'ast' has no attribute {name!r}")
