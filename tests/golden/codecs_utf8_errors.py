# Decoding and encoding utf-8: malformed input at every place, surrogates, error handlers.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


samples = [b'', b'abc', 'é€😀'.encode(), b'\x80', b'\xc0\x80', b'\xc1\xbf', b'\xc2', b'\xc2a', b'\xe0\x80\x80', b'\xe0\xa0', b'\xe0\xa0a', b'\xed\xa0\x80', b'\xed\xbf\xbf', b'\xef\xbf\xbf', b'\xf0\x80\x80\x80', b'\xf0\x90\x80', b'\xf0\x90', b'\xf0', b'\xf0\x90a',
           b'\xf4\x90\x80\x80', b'\xf5\x80\x80\x80', b'\xff', b'\xfe', b'a\xffb\xfec', b'\xe4\xbd\xa0\xe5\xa5', b'\xc3\xa9\xc3', b'\xf8\x88\x80\x80\x80', b'\xed\xa0\xbd\xed\xb8\x80', b'\xef\xbb\xbfbom', b'\x00\x7f']
for data in samples:
    print(data)
    for errors in 'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace', 'nonsense':
        try:
            text = data.decode('utf-8', errors)
            print('  ', errors, ascii(text), end='')
            print(' round' if text.encode('utf-8', errors) == data else '')
        except UnicodeDecodeError as error:
            print('  ', errors, error, (error.encoding, error.start, error.end, error.reason))
        except UnicodeEncodeError as error:
            print(' ', errors, error)
        except (LookupError, TypeError) as error:
            print('  ', errors, type(error).__name__, error)
texts = ['', 'abc', 'é€😀', '\ud800', 'a\udfffb', '\udc80\udcff', 'x\ud83d\ude00y', '\udc41']
for text in texts:
    for encoding in 'utf-8', 'ascii', 'latin-1', 'utf-16-le', 'utf-32-be':
        for errors in 'strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass':
            try:
                print(ascii(text), encoding, errors, text.encode(encoding, errors))
            except UnicodeEncodeError as error:
                print(ascii(text), encoding, errors, error)
for name in 'UTF8', 'utf_8', 'U8', 'utf', 'cp65001', 'Latin1', 'iso-8859-1', 'l1', 'us-ascii', '646', 'UTF-16', 'utf_16_be', 'utf-32', 'nope', 'ut f8', 'utf-8\0', '', 'UTF 8', 'é':
    try:
        print(repr(name), 'é'.encode(name, 'replace'))
    except (LookupError, ValueError) as error:
        print(repr(name), type(error).__name__, error)
