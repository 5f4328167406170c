# The escapes of unicode_escape and raw_unicode_escape, both ways.
import codecs
import io


def attempt(function, *arguments, **keywords):
    try:
        print(ascii(function(*arguments, **keywords)))
    except BaseException as error:
        print(type(error).__name__, ascii(str(error)))


for text in ('a\n\t\r\xe9\u20ac\U0001f600\\', 'plain', '', "quo'te\"", '\x00\x7f\x80\xff'):
    attempt(text.encode, 'unicode_escape')
    attempt(text.encode, 'raw_unicode_escape')
    assert text.encode('unicode_escape').decode('unicode_escape') == text
for data in (b'a\\n\\x41\\u20ac\\U0001f600\\101\xe9', b'\\N{BULLET}', b'\\x4', b'\\u12', b'\\U0011ffff', b'a\\', b'\\N{nope}', b'\\N', b'\\\\n', b'\\a\\b\\v\\f\\0', b"\\'\\\"", b'line\\\nnext'):
    attempt(data.decode, 'unicode_escape')
    attempt(data.decode, 'unicode_escape', 'replace')
    attempt(data.decode, 'raw_unicode_escape')
