"""Conversion between binary data and various ASCII-encoded binary representations."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_alphabet = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_values = {c: i for i, c in enumerate(_alphabet)}


def _octets(data, name='argument'):
    if isinstance(data, str):
        try:
            return data.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f'argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}') from None


def _buffer(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f'a bytes-like object is required, not {type(data).__name__!r}') from None


def b2a_hex(data, *args, **kwargs):
    """Hexadecimal representation of binary data."""
    return _buffer(data).hex(*args, **kwargs).encode('ascii')


def a2b_hex(hexstr, /):
    """Binary data of hexadecimal representation."""
    data = _octets(hexstr)
    if len(data) % 2:
        raise Error('Odd-length string')
    for c in data:
        if c not in b'0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(data.decode('ascii'))


hexlify, unhexlify = b2a_hex, a2b_hex


def b2a_base64(data, /, *, newline=True):
    """Base64-code line of data."""
    data = _buffer(data)
    out = bytearray()
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        word = int.from_bytes(part.ljust(3, b'\0'), 'big')
        four = bytes((_alphabet[word >> 18], _alphabet[word >> 12 & 63], _alphabet[word >> 6 & 63], _alphabet[word & 63]))
        out += four[:len(part) + 1].ljust(4, b'=')
    if newline:
        out += b'\n'
    return bytes(out)


def _strict_check(data, values):
    if data.startswith(b'='):
        raise Error('Leading padding not allowed')
    body = data.rstrip(b'=')
    if any(c not in values and c != 61 for c in data):
        raise Error('Only base64 data is allowed')
    if b'=' in body:
        raise Error('Discontinuous padding not allowed')
    need = -len(body) % 4
    if len(data) - len(body) > need and len(body) % 4 != 1:
        raise Error('Excess data after padding')


def a2b_base64(data, /, *, strict_mode=False):
    """Decode a line of base64 data."""
    data = _octets(data)
    if strict_mode and data:
        _strict_check(data, _values)
    out, word, count, pads = bytearray(), 0, 0, 0
    for c in data:
        if c == 61:
            pads += 1
            if count % 4 >= 2 and count % 4 + pads >= 4:
                break
            continue
        value = _values.get(c)
        if value is None:
            continue
        pads = 0
        word = word << 6 | value
        count += 1
        if count % 4 == 0:
            out += word.to_bytes(3, 'big')
            word = 0
    rest = count % 4
    if rest == 1:
        raise Error('Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4'
                    % count)
    if rest and rest + pads < 4:
        raise Error('Incorrect padding')
    if rest == 2:
        out.append(word >> 4)
    elif rest == 3:
        out += (word >> 2).to_bytes(2, 'big')
    return bytes(out)


_crc_table = []


def crc32(data, crc=0, /):
    """Compute CRC-32 incrementally."""
    if not _crc_table:
        for n in range(256):
            for _ in range(8):
                n = n >> 1 ^ (0xedb88320 if n & 1 else 0)
            _crc_table.append(n)
    crc = ~crc & 0xffffffff
    for octet in _buffer(data):
        crc = crc >> 8 ^ _crc_table[(crc ^ octet) & 255]
    return ~crc & 0xffffffff


def crc_hqx(data, crc, /):
    """Compute CRC-CCITT incrementally."""
    crc &= 0xffff
    for octet in _buffer(data):
        crc ^= octet << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xffff
    return crc
