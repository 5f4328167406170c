# String and bytes literals: prefixes, escapes, joining, and what is wrong.


def show(source):
    try:
        print(source, "->", ascii(eval(source)))
    except SyntaxError as error:
        print(source, "->", type(error).__name__, error.msg, error.lineno, error.offset, error.end_offset)


for source in [
    r"'\a\b\f\n\r\t\v\\\'\"'", r"'\0\1\12\123\1234\377'", r"'\x41\xe9\x00'", r"'\u0041\u00e9\ud800'", r"'\U00000041\U0001f600'", r"'\N{LATIN SMALL LETTER A}\N{bullet}\N{Digit One}'",
    r"'\N{SPACE}\N{NO-BREAK SPACE}\N{LF}'", r"'\N{HANGUL SYLLABLE GA}\N{CJK UNIFIED IDEOGRAPH-4E00}'", "'a\\\nb'", "'''a\\\nb\nc'''", r"r'\n\x\u'", r"r'\''", r'r"\""', r"r'\\'", r"R'\d'", r"u'a'", r"U'\u00e9'", r"b'\x41\n\101'", r"b'a'", r"rb'\x41'", r"bR'\n'", r"Br'\''", r"'a' 'b'", r"'a' r'\n' u'c'", r"b'a' rb'\n'", "('a'\n 'b')", "'a'\\\n 'b'", r"'''a''b'''", r"'''\''''", r'"""a"b""c"""', r"''", r"''''''", r"b''", r"'\x4'", r"'\x'", r"'\xg1'", r"'\u123'", r"'\u'", r"'\U1234567'", r"'\U00110000'", r"'\Uffffffff'", r"'\N'", r"'\N{'", r"'\N{}'",
    r"'\N{x'", r"'\N{no such}'", r"'abc\x'", r"b'\x4'", r"b'\x'", r"b'\xg1'", r"b'é'", r"rb'é'", r"'é' b'a'", r"b'a' 'b'", r"'a' b'b' 'c'", r"ub'a'", r"ru'a'", r"bb'a'", r"rr'a'", r"bu'a'", r"x'a'", r"r 'a'", r"'a", r'"a', r"'''a", r"'a\'",
    r"'a\\\'", r"r'\'", r"'a' 'b", r"'a'b", r"'a'1", r"1'a'", r"a'b'", r"'a''b'", r"'a' . upper()", r"'a'.b'c'", r"'8'", r"'tab	inside'", r"'nul\0end'", r"'\x7f\x80'", r"'\r\n'", r"'𝒳é漢字'", r"b'\0\xff'",
]:
    show(source)
print("a" "b" 'c' """d""" r"\e" == "abcd\\e", "%s" "%s" % (1, 2), ("x" "y").upper(), "a" if "" "" else "b", len("\
"), "\
x" == "x")
print('''first
  second\tthird
\
last''')
print(r'''raw\
line''', b'''bytes
lines''', "\N{GREEK SMALL LETTER ALPHA}")
