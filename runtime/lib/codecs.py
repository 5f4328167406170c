"""Codecs: a registry, the classes that codecs are made of, and streams that go through one.

The codecs for text (UTF-8, UTF-16, UTF-32, Latin-1, ASCII) are in C; str.encode
and bytes.decode come here for all other names.
"""
import builtins
import sys
from _codecs import _canonical_name, _registered_error, register_error

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE',
           'BOM64_BE', 'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32',
           'BOM_UTF32_LE', 'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder',
           'StreamReader', 'StreamWriter', 'StreamReaderWriter', 'StreamRecoder', 'getencoder', 'getdecoder',
           'getincrementalencoder', 'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode',
           'iterencode', 'iterdecode', 'strict_errors', 'ignore_errors', 'replace_errors',
           'xmlcharrefreplace_errors', 'backslashreplace_errors', 'namereplace_errors', 'register_error',
           'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE, BOM32_BE = BOM_UTF16_LE, BOM_UTF16_BE
BOM64_LE, BOM64_BE = BOM_UTF32_LE, BOM_UTF32_BE


# ---- What a codec consists of

class CodecInfo(tuple):
    """The four functions of a codec as a tuple, its incremental classes and its name as attributes."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return (f'<{self.__class__.__module__}.{self.__class__.__qualname__} object for encoding {self.name} '
                f'at {id(self):#x}>')


class Codec:
    """A codec without state: both return (result, length consumed)."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes text that comes in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Go on from what getstate() gave."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps what cannot be encoded before more has come; _buffer_encode() says how far it got."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = ''

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    """Decodes bytes that come in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        """Go on from what getstate() gave."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes of an incomplete character; _buffer_decode() says how far it got."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


# ---- Streams

class _Stream:
    """What readers and writers have in common: all they do not have is the stream's."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stream.close()


class StreamWriter(_Stream, Codec):
    """Writes text to a stream of bytes."""

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        """Nothing is kept between two writes."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Stream, Codec):
    """Reads text from a stream of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        super().__init__(stream, errors)
        self.bytebuffer = b''
        self.charbuffer = ''

    def decode(self, input, errors='strict'):
        raise NotImplementedError

    def read(self, size=-1, chars=-1, firstline=False):
        if chars < 0:
            chars = size
        while not (0 <= chars <= len(self.charbuffer)):
            data = self.stream.read() if size < 0 else self.stream.read(size)
            whole = self.bytebuffer + data
            if not whole:
                break
            text, consumed = self.decode(whole, self.errors)
            self.bytebuffer = whole[consumed:]
            self.charbuffer += text
            if not data or size >= 0 or chars < 0:
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, ''
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        step = size or 72
        line = self.charbuffer
        self.charbuffer = ''
        while True:
            lines = line.splitlines(True)
            if len(lines) > 1 or (lines and lines[0] != lines[0].rstrip('\r\n') and lines[0][-1] != '\r'):
                self.charbuffer = ''.join(lines[1:]) + self.charbuffer
                line = lines[0]
                break
            more = self.read(step)
            if not more:
                break
            line += more
        return line if keepends else line.splitlines(False)[0] if line else line

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b''
        self.charbuffer = ''

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration


class StreamReaderWriter(_Stream):
    """A reader and a writer of one stream."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        super().__init__(stream, errors)
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.reader)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(_Stream):
    """Bytes in one encoding on this side, bytes in another in the stream."""

    data_encoding = file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        super().__init__(stream, errors)
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __iter__(self):
        return self

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        self.write(b''.join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open a file in binary mode; with an encoding, text goes through its codec."""
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        result = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        result.encoding = encoding
        return result
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """The file recoded."""
    if file_encoding is None:
        file_encoding = data_encoding
    data, inner = lookup(data_encoding), lookup(file_encoding)
    result = StreamRecoder(file, data.encode, data.decode, inner.streamreader, inner.streamwriter, errors)
    result.data_encoding = data_encoding
    result.file_encoding = file_encoding
    return result


# ---- The registry

_search_functions = []
_cache = {}


def register(search_function, /):
    """Register a function that takes a normalised name and returns a CodecInfo or None."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _search_functions.append(search_function)


def unregister(search_function, /):
    """Take a search function back."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _cache.clear()


def lookup(encoding, /):
    """The CodecInfo of an encoding; LookupError when nobody knows it."""
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {type(encoding).__name__}')
    if '\0' in encoding:
        raise ValueError('embedded null character')
    key = encoding.lower().replace(' ', '_')
    if key not in _cache:
        _cache[key] = _search(key, encoding)
    return _cache[key]


def _search(key, encoding):
    name = _canonical_name(encoding)
    if name is not None:
        return _text_codec(name)
    import _codecs_more
    found = _codecs_more.search(key)
    if found is not None:
        return found
    for function in _search_functions:
        found = function(key.replace('-', '_'))
        if found is None:
            continue
        if not isinstance(found, tuple) or len(found) != 4:
            raise TypeError('codec search functions must return 4-tuples')
        return found
    raise LookupError(f'unknown encoding: {encoding}')


def encode(obj, encoding='utf-8', errors='strict'):
    """Encode with the codec of that name; it need not be one for text."""
    return lookup(encoding)[0](obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    """Decode with the codec of that name; it need not be one for text."""
    return lookup(encoding)[1](obj, errors)[0]


def _check_text_codec(info, encoding, instead):
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError(f'{encoding!r} is not a text encoding; use codecs.{instead}() to handle arbitrary codecs')


def _text_check(unused, encoding, errors):
    """Files: raises where there is no codec for text of that name."""
    _check_text_codec(lookup(encoding), encoding, 'open')


def _text_encode(text, encoding, errors):
    """What str.encode calls for encodings that are not in C."""
    info = lookup(encoding)
    _check_text_codec(info, encoding, 'encode')
    result = info[0](text, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError('encoder must return a tuple (object, integer)')
    if isinstance(result[0], bytearray):
        return bytes(result[0])
    if not isinstance(result[0], bytes):
        raise TypeError(f'{encoding!r} encoder returned {type(result[0]).__name__!r} instead of \'bytes\'; '
                        'use codecs.encode() to encode to arbitrary types')
    return result[0]


def _text_decode(data, encoding, errors):
    """What bytes.decode calls for encodings that are not in C."""
    info = lookup(encoding)
    _check_text_codec(info, encoding, 'decode')
    result = info[1](data, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError('decoder must return a tuple (object,integer)')
    if not isinstance(result[0], str):
        raise TypeError(f'{encoding!r} decoder returned {type(result[0]).__name__!r} instead of \'str\'; '
                        'use codecs.decode() to decode to arbitrary types')
    return result[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """The pieces of text as pieces of bytes."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = encoder.encode(piece)
        if output:
            yield output
    output = encoder.encode('', True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """The pieces of bytes as pieces of text."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = decoder.decode(piece)
        if output:
            yield output
    output = decoder.decode(b'', True)
    if output:
        yield output


# ---- The codecs in C

def _incomplete_tail(name, data):
    """How many bytes at the end may be the beginning of a character."""
    if name.startswith('utf-8'):
        for length in range(1, min(3, len(data)) + 1):
            lead = data[-length]
            if lead >= 0xc0:
                return length if length < (2 if lead < 0xe0 else 3 if lead < 0xf0 else 4) else 0
            if lead < 0x80:
                return 0
        return 0
    if name.startswith('utf-32'):
        return len(data) % 4
    if name.startswith('utf-16'):
        odd = len(data) % 2
        whole = len(data) - odd
        high = data[whole - 2:whole]
        if len(high) == 2 and high[0 if name.endswith('be') else 1] & 0xfc == 0xd8:
            return odd + 2
        return odd
    return 0


def _text_codec(name):
    marked = name in ('utf-16', 'utf-32', 'utf-8-sig')

    def encode(input, errors='strict'):
        return input.encode(name, errors), len(input)

    def decode(input, errors='strict'):
        return bytes(input).decode(name, errors), len(input)

    class Encoder(IncrementalEncoder):
        _begun = False

        def encode(self, input, final=False):
            # The byte order mark stands before the first piece only.
            if marked and self._begun:
                return input.encode({'utf-8-sig': 'utf-8'}.get(name, name + '-le'), self.errors)
            self._begun = True
            return input.encode(name, self.errors)

        def reset(self):
            self._begun = False

        def getstate(self):
            return int(marked and self._begun) if name == 'utf-8-sig' else 0 if self._begun else 2 * marked

        def setstate(self, state):
            self._begun = bool(state) if name == 'utf-8-sig' else not state

    class Decoder(BufferedIncrementalDecoder):
        _order = None

        def _buffer_decode(self, input, errors, final):
            input = bytes(input)
            actual = self._order or name
            mark = 4 if name == 'utf-32' else 3 if name == 'utf-8-sig' else 2
            if marked and self._order is None:
                if len(input) < mark and not final:
                    return '', 0
                if name == 'utf-8-sig':
                    actual = self._order = 'utf-8'
                    skip = 3 * input.startswith(BOM_UTF8)
                else:
                    big = input.startswith(BOM_UTF16_BE if mark == 2 else BOM_UTF32_BE)
                    skip = mark * (big or input.startswith(BOM_UTF16_LE if mark == 2 else BOM_UTF32_LE))
                    actual = self._order = name + ('-be' if big else '-le')
                input = input[skip:]
            else:
                skip = 0
            keep = 0 if final else _incomplete_tail(actual, input)
            whole = input[:len(input) - keep]
            return whole.decode(actual, errors), len(whole) + skip

        def reset(self):
            super().reset()
            self._order = None

    class Reader(StreamReader):
        def decode(self, input, errors='strict'):
            keep = _incomplete_tail(name, input)
            whole = bytes(input[:len(input) - keep])
            return whole.decode(name, errors), len(whole)

    class Writer(StreamWriter):
        def encode(self, input, errors='strict'):
            return input.encode(name, errors), len(input)

    for made, title in (Encoder, 'IncrementalEncoder'), (Decoder, 'IncrementalDecoder'), (Reader, 'StreamReader'), \
            (Writer, 'StreamWriter'):
        made.__name__ = made.__qualname__ = title
        made.__module__ = 'encodings.' + name.replace('-', '_').replace('iso8859_1', 'latin_1')
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


def _function_pair(name):
    def encode(text, errors=None, /):
        return text.encode(name, errors or 'strict'), len(text)

    def decode(data, errors=None, final=True, /):
        keep = 0 if final else _incomplete_tail(name, data)
        data = bytes(data)[:len(data) - keep]
        return data.decode(name, errors or 'strict'), len(data)
    return encode, decode


utf_8_encode, utf_8_decode = _function_pair('utf-8')
ascii_encode, ascii_decode = _function_pair('ascii')
latin_1_encode, latin_1_decode = _function_pair('iso8859-1')
utf_16_encode, utf_16_decode = _function_pair('utf-16')
utf_16_le_encode, utf_16_le_decode = _function_pair('utf-16-le')
utf_16_be_encode, utf_16_be_decode = _function_pair('utf-16-be')
utf_32_encode, utf_32_decode = _function_pair('utf-32')
utf_32_le_encode, utf_32_le_decode = _function_pair('utf-32-le')
utf_32_be_encode, utf_32_be_decode = _function_pair('utf-32-be')


def __getattr__(name):
    if name in ('unicode_escape_encode', 'unicode_escape_decode', 'raw_unicode_escape_encode',
                'raw_unicode_escape_decode', 'charmap_encode', 'charmap_decode', 'charmap_build',
                'escape_encode', 'escape_decode', 'make_identity_dict', 'make_encoding_map'):
        import _codecs_more
        return getattr(_codecs_more, name)
    raise AttributeError(f"module 'codecs' has no attribute {name!r}")


# ---- Error handlers

def _refuse(error):
    if not isinstance(error, BaseException):
        raise TypeError('codec must pass exception instance')
    raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(error, /):
    """Raise the error."""
    if isinstance(error, BaseException):
        raise error
    raise TypeError('codec must pass exception instance')


def ignore_errors(error, /):
    """Leave out what is wrong."""
    if isinstance(error, UnicodeError):
        return '', error.end
    _refuse(error)


def replace_errors(error, /):
    """A question mark or U+FFFD for what is wrong."""
    if isinstance(error, UnicodeEncodeError):
        return '?' * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return '\ufffd', error.end
    if isinstance(error, UnicodeTranslateError):
        return '\ufffd' * (error.end - error.start), error.end
    _refuse(error)


def xmlcharrefreplace_errors(error, /):
    """XML character references for what is wrong."""
    if isinstance(error, UnicodeEncodeError):
        return ''.join(f'&#{ord(c)};' for c in error.object[error.start:error.end]), error.end
    _refuse(error)


def _backslashed(c):
    code = ord(c)
    return f'\\x{code:02x}' if code < 0x100 else f'\\u{code:04x}' if code < 0x10000 else f'\\U{code:08x}'


def backslashreplace_errors(error, /):
    """Backslash escapes for what is wrong."""
    if isinstance(error, UnicodeDecodeError):
        return ''.join(f'\\x{octet:02x}' for octet in error.object[error.start:error.end]), error.end
    if isinstance(error, (UnicodeEncodeError, UnicodeTranslateError)):
        return ''.join(map(_backslashed, error.object[error.start:error.end])), error.end
    _refuse(error)


def namereplace_errors(error, /):
    """\\N{…} escapes for what is wrong."""
    if not isinstance(error, UnicodeEncodeError):
        _refuse(error)
    import unicodedata
    parts = []
    for c in error.object[error.start:error.end]:
        name = unicodedata.name(c, None)
        parts.append(f'\\N{{{name}}}' if name else _backslashed(c))
    return ''.join(parts), error.end


def _surrogateescape(error, /):
    if isinstance(error, UnicodeEncodeError):
        wrong = error.object[error.start:error.end]
        if not all(0xdc80 <= ord(c) <= 0xdcff for c in wrong):
            raise error
        octets = bytes(ord(c) - 0xdc00 for c in wrong)
        return octets, error.end
    if isinstance(error, UnicodeDecodeError):
        text = ''
        for octet in error.object[error.start:min(error.end, error.start + 4)]:
            if octet < 0x80:
                break
            text += chr(0xdc00 + octet)
        if not text:
            raise error
        return text, error.start + len(text)
    _refuse(error)


_handlers = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
             'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors,
             'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape}


def lookup_error(name, /):
    """The error handler of that name."""
    found = _registered_error(name) or _handlers.get(name)
    if found is None:
        raise LookupError(f'unknown error handler name {name!r}')
    return found
