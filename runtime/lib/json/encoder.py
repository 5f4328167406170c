"""JSONEncoder: objects to JSON text."""
from _json import encode as _encode, encode_basestring, encode_basestring_ascii

INFINITY = float("inf")


class JSONEncoder:
    """Extensible JSON encoder: dict to object, list and tuple to array, str to string, int and float to number, True,
    False and None to true, false and null.

    To extend it to other objects, subclass it and give it a default() method that returns a serializable object for
    o, or calls the superclass implementation (to raise TypeError).
    """

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Return a serializable object for o, or raise TypeError."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The JSON text of an object."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        chunks = self.iterencode(o, _one_shot=True)
        if not isinstance(chunks, (list, tuple)):
            chunks = list(chunks)
        return "".join(chunks)

    def iterencode(self, o, _one_shot=False):
        """Yields the JSON text of an object piece by piece."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        if _one_shot:
            return (_encode(o, self.default, self.ensure_ascii, indent, self.key_separator, self.item_separator,
                            self.sort_keys, self.skipkeys, self.allow_nan, self.check_circular),)
        return _Chunks(self, indent).value(o, 0)


class _Chunks:
    """Yields the pieces of an encoding, for json.dump()."""

    def __init__(self, encoder, indent):
        self.encoder = encoder
        self.indent = indent
        self.string = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.markers = {} if encoder.check_circular else None

    def number(self, o):
        if o != o:
            text = "NaN"
        elif o == INFINITY:
            text = "Infinity"
        elif o == -INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def scalar(self, o):
        """The text of what is no container, or None."""
        if isinstance(o, str):
            return self.string(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self.number(o)
        return None

    def enter(self, o):
        if self.markers is not None:
            if id(o) in self.markers:
                raise ValueError("Circular reference detected")
            self.markers[id(o)] = o

    def leave(self, o):
        if self.markers is not None:
            del self.markers[id(o)]

    def value(self, o, level):
        text = self.scalar(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.array(o, level)
        elif isinstance(o, dict):
            yield from self.object(o, level)
        else:
            self.enter(o)
            yield from self.value(self.encoder.default(o), level)
            self.leave(o)

    def newline(self, level):
        return "" if self.indent is None else "\n" + self.indent * level

    def array(self, items, level):
        if not items:
            yield "[]"
            return
        self.enter(items)
        before = "[" + self.newline(level + 1)
        for item in items:
            text = self.scalar(item)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from self.value(item, level + 1)
            before = self.encoder.item_separator + self.newline(level + 1)
        if self.indent is not None:
            yield self.newline(level)
        yield "]"
        self.leave(items)

    def key(self, key):
        """A key as str, or None to leave it out."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self.number(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def object(self, dct, level):
        if not dct:
            yield "{}"
            return
        self.enter(dct)
        yield "{"
        if self.indent is not None:
            yield self.newline(level + 1)
        first = True
        for key, value in sorted(dct.items()) if self.encoder.sort_keys else dct.items():
            key = self.key(key)
            if key is None:
                continue
            if first:
                first = False
            else:
                yield self.encoder.item_separator + self.newline(level + 1)
            yield self.string(key)
            yield self.encoder.key_separator
            text = self.scalar(value)
            if text is not None:
                yield text
            else:
                yield from self.value(value, level + 1)
        if self.indent is not None:
            yield self.newline(level)
        yield "}"
        self.leave(dct)
