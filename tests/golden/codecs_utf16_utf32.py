# Decoding utf-16 and utf-32 in each byte order: marks, truncation, surrogates, error handlers.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


samples = [b'', b'a', b'a\0', b'\0a', b'\xff\xfea\0', b'\xfe\xff\0a', b'\xff\xfe', b'\xfe\xff', b'\xff', b'\x3d\xd8\x00\xde', b'\xd8\x3d\xde\x00', b'\x3d\xd8', b'\x3d\xd8a\0', b'\x00\xde', b'\xff\xfe\x3d', b'a\0b', b'\xff\xfe\0\0a\0\0\0', b'\0\0\xfe\xff\0\0\0a', b'a\0\0\0',
           b'\0\0\0a', b'a\0\0', b'\0\0\x11\0', b'\0\x11\0\0', b'\x00\xd8\0\0', b'\xff\xff\xff\xff', b'\xff\xfe\xff\xfe', b'\0\xd8\0\xd8\0\xdc']
for data in samples:
    for encoding in 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be':
        row = []
        for errors in 'strict', 'ignore', 'replace', 'backslashreplace', 'surrogatepass':
            try:
                row.append(ascii(data.decode(encoding, errors)))
            except UnicodeDecodeError as error:
                row.append('%d-%d %s' % (error.start, error.end, error.reason))
        print(data, encoding, row)
for text in '', 'a', 'é', '€', '😀', 'a😀b', '\ud800', '\ufeff':
    for encoding in 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be':
        try:
            data = text.encode(encoding)
            print(ascii(text), encoding, data, data.decode(encoding) == text)
        except UnicodeEncodeError as error:
            print(ascii(text), encoding, error)
show(lambda: str(b'\xff\xfea\0', 'utf-16'))
show(lambda: bytes('a', 'utf-16'))
show(lambda: bytearray('a', 'utf-32-le'))
show(lambda: b'a\0'.decode(encoding='utf-16-le', errors='strict'))
show(lambda: 'a'.encode('utf-16', errors='foo'))
show(lambda: '\ud800'.encode('utf-16', errors='foo'))
show(lambda: 'a'.encode(5))
show(lambda: 'a'.encode('ascii', 5))
show(lambda: b''.decode('ascii', None))
