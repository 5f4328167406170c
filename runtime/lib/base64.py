"""Bytes written with 16, 32 or 64 characters, as RFC 4648 has it."""
import binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'standard_b64encode', 'standard_b64decode',
           'urlsafe_b64encode', 'urlsafe_b64decode']


def _octets(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    try:
        return bytes(memoryview(s))
    except TypeError:
        raise TypeError('argument should be a bytes-like object or ASCII string, not %r' % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    """The bytes in base 64; altchars stand for + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """The bytes that base 64 stands for; altchars stand for + and /."""
    s = _octets(s)
    if altchars is not None:
        altchars = _octets(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """The bytes in base 64, with + and /."""
    return b64encode(s)


def standard_b64decode(s):
    """The bytes that base 64 with + and / stands for."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """The bytes in base 64, with - and _."""
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    """The bytes that base 64 with - and _ stands for."""
    return b64decode(s, b'-_')


_b32alphabet = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_b32hexalphabet = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _b32encode(alphabet, s):
    s = bytes(memoryview(s))
    out = bytearray()
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        word = int.from_bytes(part.ljust(5, b'\0'), 'big')
        eight = bytes(alphabet[word >> shift & 31] for shift in range(35, -1, -5))
        out += eight[:(len(part) * 8 + 4) // 5].ljust(8, b'=')
    return bytes(out)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _octets(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        s = s.translate(bytes.maketrans(b'01', b'O' + _octets(map01)))
    if casefold:
        s = s.upper()
    body = s.rstrip(b'=')
    pads = len(s) - len(body)
    out = bytearray()
    for i in range(0, len(body), 8):
        word, part = 0, body[i:i + 8]
        for c in part:
            digit = alphabet.find(c)
            if digit < 0:
                raise binascii.Error('Non-base32 digit found')
            word = word << 5 | digit
        out += (word << 5 * (8 - len(part))).to_bytes(5, 'big')
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    return bytes(out[:len(out) - (pads * 5 + 7) // 8] if pads else out)


def b32encode(s):
    """Encode the bytes-like objects using base32 and return a bytes object."""
    return _b32encode(_b32alphabet, s)


def b32decode(s, casefold=False, map01=None):
    """Decode the base32 encoded bytes-like object or ASCII string s."""
    return _b32decode(_b32alphabet, s, casefold, map01)


def b32hexencode(s):
    """Encode the bytes-like objects using base32hex and return a bytes object."""
    return _b32encode(_b32hexalphabet, s)


def b32hexdecode(s, casefold=False):
    """Decode the base32hex encoded bytes-like object or ASCII string s."""
    return _b32decode(_b32hexalphabet, s, casefold)


def b16encode(s):
    """The bytes as upper case hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes that hexadecimal digits stand for; small ones only with casefold."""
    s = _octets(s)
    if casefold:
        s = s.upper()
    if s.translate(None, delete=b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


def encodebytes(s):
    """Base 64 in lines of 76 characters."""
    s = bytes(memoryview(s))
    return b''.join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    """What encodebytes() made, back again."""
    return binascii.a2b_base64(s)


def encode(input, output):
    """Writes what one binary file holds to another, in base 64."""
    output.write(encodebytes(input.read()))


def decode(input, output):
    """Writes what a binary file holds in base 64 to another, decoded."""
    for line in input:
        output.write(binascii.a2b_base64(line))
