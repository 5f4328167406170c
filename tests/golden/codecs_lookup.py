# codecs.lookup by many names, codecs that are not for text, tables, and functions registered.
import codecs
import io


def attempt(function, *arguments, **keywords):
    try:
        print(ascii(function(*arguments, **keywords)))
    except BaseException as error:
        print(type(error).__name__, ascii(str(error)))


for name in ('utf-8', 'UTF8', 'latin-1', 'iso8859-15', 'ascii', 'utf_16', 'utf-16-be', 'cp1252', 'CP437', 'rot13', 'hex', 'unicode_escape', 'raw_unicode_escape', 'koi8-r', 'nope', 'base64', 'windows-1252',
             'latin9', 'utf-8-sig', 'us-ascii', 'l1', 'mac-roman', 5, 'a\0'):
    attempt(lambda: codecs.lookup(name).name)
for function, argument, name in ((codecs.encode, 'h\xe9llo', 'rot13'), (codecs.decode, b'68656c', 'hex'), (codecs.encode, b'ab', 'hex'), (codecs.encode, b'ab', 'base64'), (codecs.decode, b'YWI=\n', 'base64'),
                                 (str.encode, 'abc', 'rot13'), (bytes.decode, b'abc', 'hex'), (str.encode, 'x', 'nope'), (bytes.decode, b'x', 'nope'), (codecs.encode, 'x', 'nope'),
                                 (codecs.encode, 'x', 'utf-8'), (codecs.decode, b'x', 'utf-8')):
    attempt(function, argument, name)
for text in ('\u20ac\xe9x', '\u0436', '\u0436a', 'abc', ''):
    for name in ('cp1252', 'koi8-r', 'iso8859-15', 'cp437'):
        for errors in ('strict', 'replace', 'xmlcharrefreplace', 'ignore'):
            attempt(text.encode, name, errors)
for data in (b'\x80\xe9', b'\x81a', b'plain', bytes(range(250, 256))):
    for name in ('cp1252', 'cp1251', 'iso8859-7', 'mac-roman'):
        attempt(data.decode, name)
        attempt(data.decode, name, 'replace')


def search(name):
    if name == 'mine':
        return codecs.CodecInfo(lambda text, errors='strict': (text.upper().encode(), len(text)), lambda data, errors='strict': (bytes(data).decode().lower(), len(data)), name='mine')
    if name == 'liar':
        return codecs.CodecInfo(lambda text, errors='strict': (5, 1), lambda data, errors='strict': 'no tuple', name='liar')
    if name == 'short':
        return ()


codecs.register(search)
for name in ('mine', 'MINE', 'liar', 'short'):
    attempt('abc'.encode, name)
    attempt(b'ABC'.decode, name)
codecs.unregister(search)
attempt('abc'.encode, 'mine')
attempt(codecs.register, 5)
attempt(io.TextIOWrapper, io.BytesIO(), encoding='rot13')
attempt(io.TextIOWrapper, io.BytesIO(), encoding='nope')
print(ascii(io.TextIOWrapper(io.BytesIO(b'\x80\n\xe9'), encoding='cp1252').read()))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
