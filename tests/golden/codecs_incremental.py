# Incremental and stream codecs: characters cut in two, marks once, states.
import codecs
import io


def attempt(function, *arguments, **keywords):
    try:
        print(ascii(function(*arguments, **keywords)))
    except BaseException as error:
        print(type(error).__name__, ascii(str(error)))


for name, text in (('utf-8', 'a\u20ac\xe9\U0001f600'), ('utf-16', 'a\U0001f600'), ('utf-16-le', '\U0001f600b'), ('utf-16-be', 'x\U0001f600'), ('utf-32', 'a\u20ac'), ('latin-1', 'a\xe9'), ('utf-8-sig', 'a\xe9')):
    decoder = codecs.getincrementaldecoder(name)()
    print(name, ascii([decoder.decode(bytes([octet])) for octet in text.encode(name)]), ascii(decoder.decode(b'', True)))
decoder = codecs.getincrementaldecoder('utf-8')()
decoder.decode(b'\xe2')
print(decoder.getstate())
attempt(decoder.decode, b'', True)
decoder.reset()
attempt(decoder.decode, b'ok')
attempt(codecs.getincrementaldecoder('utf-8')('replace').decode, b'a\xff\xe2', True)
for name in ('utf-16', 'utf-8-sig', 'utf-8', 'ascii'):
    encoder = codecs.getincrementalencoder(name)()
    print(name, encoder.encode('a'), encoder.encode('b'))
    encoder.reset()
    print(encoder.encode('c'))
attempt(codecs.getincrementalencoder('ascii')().encode, '\xe9')
print(ascii(list(codecs.iterdecode([b'\xe2\x82', b'\xac', b'x'], 'utf-8'))), list(codecs.iterencode(['a', '\xe9'], 'utf-8')))
writer = codecs.getwriter('latin-1')(io.BytesIO())
writer.write('\xe9')
writer.writelines(['a', 'b'])
print(writer.getvalue())
reader = codecs.getreader('utf-8')(io.BytesIO('\xe9\nx\ny'.encode()))
print(ascii(reader.readline()), reader.read(1), list(reader))
for name in ('nope', 5):
    attempt(codecs.getincrementaldecoder, name)
name = '/tmp/viv-codecs-incremental'
with codecs.open(name, 'w', 'utf-16') as f:
    f.write('a\xe9\n')
print(open(name, 'rb').read(), ascii(codecs.open(name, encoding='utf-16').read()))
import os
os.remove(name)
