"""Codecs that are seldom asked for: escapes, hexadecimal digits, base64, ROT13, and character maps."""
from codecs import (Codec, CodecInfo, IncrementalDecoder, IncrementalEncoder, StreamReader, StreamWriter,
                    lookup_error)

__all__ = []


def _make(name, encode, decode, is_text):
    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    class Both(Codec):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

        def decode(self, input, errors='strict'):
            return decode(input, errors)

    reader = type('StreamReader', (Both, StreamReader), {})
    writer = type('StreamWriter', (Both, StreamWriter), {})
    return CodecInfo(encode, decode, reader, writer, Encoder, Decoder, name, _is_text_encoding=is_text)


# ---- Escapes

_SHORT = {'\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r'}


def _escaped(c):
    code = ord(c)
    if c in _SHORT:
        return _SHORT[c]
    if 32 <= code < 127:
        return c
    return f'\\x{code:02x}' if code < 0x100 else f'\\u{code:04x}' if code < 0x10000 else f'\\U{code:08x}'


def unicode_escape_encode(text, errors=None, /):
    return ''.join(map(_escaped, text)).encode('ascii'), len(text)


_LETTERS = {'\n': '', '\\': '\\', "'": "'", '"': '"', 'b': '\b', 'f': '\f', 't': '\t', 'n': '\n', 'r': '\r',
            'v': '\v', 'a': '\a'}
_DIGITS = {'x': 2, 'u': 4, 'U': 8}
_HEXADECIMAL = frozenset('0123456789abcdefABCDEF')


def _handle(encoding, data, start, end, reason, errors):
    """What the error handler puts there, and where to go on."""
    error = UnicodeDecodeError(encoding, data, start, end, reason)
    text, at = lookup_error(errors or 'strict')(error)
    return text, at + len(data) if at < 0 else at


def _named_character(encoding, data, text, at, errors):
    """\\N{…} at `at`: the character and the place behind it."""
    import unicodedata
    end = text.find('}', at)
    if text[at + 2:at + 3] == '{' and end > at + 3:
        try:
            return unicodedata.lookup(text[at + 3:end]), end + 1
        except KeyError:
            return _handle(encoding, data, at, end + 1, 'unknown Unicode character name', errors)
    return _handle(encoding, data, at, end + 1 if end >= 0 else len(data), 'malformed \\N character escape', errors)


def _hexadecimal_escape(encoding, data, text, at, letter, errors):
    width = _DIGITS[letter]
    end = at + 2
    while end < at + 2 + width and text[end:end + 1] in _HEXADECIMAL:
        end += 1
    if end < at + 2 + width:
        return _handle(encoding, data, at, end, f'truncated \\{letter}{"X" * width} escape', errors)
    code = int(text[at + 2:end], 16)
    if code > 0x10ffff:
        reason = 'illegal Unicode character' if encoding == 'unicodeescape' else '\\Uxxxxxxxx out of range'
        return _handle(encoding, data, at, end, reason, errors)
    return chr(code), end


def unicode_escape_decode(data, errors=None, final=True, /):
    if isinstance(data, str):
        data = data.encode('utf-8')
    data = bytes(data)
    text = data.decode('latin-1')
    parts = []
    at = 0
    warned = False
    while True:
        backslash = text.find('\\', at)
        if backslash < 0:
            parts.append(text[at:])
            break
        parts.append(text[at:backslash])
        letter = text[backslash + 1:backslash + 2]
        if not letter:
            piece, at = _handle('unicodeescape', data, backslash, len(data), '\\ at end of string', errors)
        elif letter in _LETTERS:
            piece, at = _LETTERS[letter], backslash + 2
        elif letter in '01234567':
            end = backslash + 2
            while end < backslash + 4 and text[end:end + 1] and text[end] in '01234567':
                end += 1
            piece, at = chr(int(text[backslash + 1:end], 8)), end
        elif letter in _DIGITS:
            piece, at = _hexadecimal_escape('unicodeescape', data, text, backslash, letter, errors)
        elif letter == 'N':
            piece, at = _named_character('unicodeescape', data, text, backslash, errors)
        else:
            if not warned:
                import warnings
                warnings.warn(f"invalid escape sequence '\\{letter}'", DeprecationWarning, stacklevel=2)
                warned = True
            piece, at = '\\' + letter, backslash + 2
        parts.append(piece)
    return ''.join(parts), len(data)


def raw_unicode_escape_encode(text, errors=None, /):
    return ''.join(c if ord(c) < 0x100 else _escaped(c) for c in text).encode('latin-1'), len(text)


def raw_unicode_escape_decode(data, errors=None, final=True, /):
    data = bytes(data)
    text = data.decode('latin-1')
    parts = []
    at = 0
    while at < len(text):
        if text[at] == '\\' and text[at + 1:at + 2] in ('u', 'U'):
            piece, at = _hexadecimal_escape('rawunicodeescape', data, text, at, text[at + 1], errors)
        elif text[at] == '\\' and text[at + 1:at + 2]:
            piece, at = text[at:at + 2], at + 2
        else:
            piece, at = text[at], at + 1
        parts.append(piece)
    return ''.join(parts), len(data)


def escape_encode(data, errors=None, /):
    """The inside of a bytes literal."""
    return repr(bytes(data) + b'"')[2:-2].encode('ascii'), len(data)


def escape_decode(data, errors=None, /):
    text, length = unicode_escape_decode(data, errors)
    return text.encode('latin-1'), length


# ---- Bytes to bytes, text to text

def _hex_encode(data, errors='strict'):
    return bytes(data).hex().encode('ascii'), len(data)


def _hex_decode(data, errors='strict'):
    return bytes.fromhex(bytes(data).decode('ascii')), len(data)


_BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def _base64_encode(data, errors='strict'):
    data = bytes(data)
    lines = []
    for start in range(0, len(data), 57):
        chunk = data[start:start + 57]
        padding = -len(chunk) % 3
        number = int.from_bytes(chunk + bytes(padding))
        count = (len(chunk) + padding) // 3 * 4
        digits = ''.join(_BASE64[number >> 6 * i & 63] for i in reversed(range(count)))
        lines.append(digits[:count - padding] + '=' * padding + '\n')
    return ''.join(lines).encode('ascii'), len(data)


def _base64_decode(data, errors='strict'):
    digits = [c for c in bytes(data).decode('ascii') if c in _BASE64]
    spare = len(digits) * 6 % 8
    if len(digits) % 4 == 1:
        raise ValueError('Invalid base64-encoded string: number of data characters cannot be 1 more than a '
                         'multiple of 4')
    number = 0
    for c in digits:
        number = number << 6 | _BASE64.index(c)
    return (number >> spare).to_bytes(len(digits) * 6 // 8), len(data)


_ROT13 = {ord(a) + base: (i + 13) % 26 + 65 + base for base in (0, 32) for i, a in
          enumerate('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}


def _rot13(text, errors='strict'):
    return text.translate(_ROT13), len(text)


# ---- Character maps

def charmap_decode(data, errors=None, mapping=None, /):
    data = bytes(data)
    if mapping is None:
        return data.decode('latin-1'), len(data)
    parts = []
    at = 0
    while at < len(data):
        try:
            found = mapping[data[at]]
        except (LookupError, IndexError):
            found = None
        if found is None or found in ('\ufffe', 0xfffe):
            found, at = _handle('charmap', data, at, at + 1, 'character maps to <undefined>', errors)
        else:
            at += 1
        parts.append(chr(found) if isinstance(found, int) else found)
    return ''.join(parts), len(data)


def charmap_build(table, /):
    return {ord(c): code for code, c in enumerate(table)}


def charmap_encode(text, errors=None, mapping=None, /):
    if mapping is None:
        return text.encode('latin-1', errors or 'strict'), len(text)
    parts = []
    at = 0
    missing = set() if not hasattr(mapping, 'get') else {c for c in set(text) if mapping.get(ord(c)) is None}
    while at < len(text):
        found = mapping.get(ord(text[at])) if hasattr(mapping, 'get') else mapping[ord(text[at])]
        if found is None:
            end = at + 1
            while end < len(text) and text[end] in missing:
                end += 1
            error = UnicodeEncodeError('charmap', text, at, end, 'character maps to <undefined>')
            replacement, at = lookup_error(errors or 'strict')(error)
            found = replacement if isinstance(replacement, bytes) else charmap_encode(replacement, None, mapping)[0]
        else:
            at += 1
        parts.append(bytes([found]) if isinstance(found, int) else found)
    return b''.join(parts), len(text)


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    result = {}
    for key, value in decoding_map.items():
        result[value] = None if value in result else key
    return result


_ALL = {
    'unicode_escape': ('unicode-escape', unicode_escape_encode, unicode_escape_decode, True),
    'raw_unicode_escape': ('raw-unicode-escape', raw_unicode_escape_encode, raw_unicode_escape_decode, True),
    'hex': ('hex', _hex_encode, _hex_decode, False),
    'base64': ('base64', _base64_encode, _base64_decode, False),
    'rot_13': ('rot-13', _rot13, _rot13, False),
    'charmap': ('charmap', charmap_encode, charmap_decode, True),
}
_ALIASES = {'unicodeescape': 'unicode_escape', 'rawunicodeescape': 'raw_unicode_escape', 'hex_codec': 'hex',
            'base64_codec': 'base64', 'base_64': 'base64', 'rot13': 'rot_13'}


def search(name):
    """The CodecInfo of a normalised name, or None."""
    name = name.replace('-', '_')
    found = _ALL.get(_ALIASES.get(name, name))
    if found is None:
        import _codecs_tables
        found = _codecs_tables.find(name)
    return found and _make(*found)
