# lookup, codecs of the program's own, codecs that are not for text, incremental codecs and streams.
import codecs, io

def attempt(f, *args):
    try:
        print(ascii(f(*args)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for name in "utf-8", "UTF8", "Latin-1", "ascii", "utf-16", "utf-8-sig", "utf_32_be", "rot13", "hex":
    info = codecs.lookup(name)
    print(info.name, len(info), info[0] == info.encode)
attempt(codecs.lookup, "nosuch"); attempt("x".encode, "nosuch"); attempt(b"x".decode, "nosuch"); attempt(codecs.lookup, 1)
print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode(b"\x01\xff", "hex"),
      codecs.decode(b"01ff", "hex"), codecs.encode(b"hello world" * 6, "base64"), codecs.decode(b"aGk=\n", "base64"))
attempt("x".encode, "rot13"); attempt(b"00".decode, "hex")
print("aé\n\\\u20ac\U0001f40d".encode("unicode_escape"), rb"a\xe9\n\u20ac\U0001f40d\N{BULLET}\101\'".decode("unicode-escape") == "a\xe9\n\u20ac\U0001f40d\u2022A'")
for bad in rb"\x1", rb"\u12", rb"\N{nope}", rb"\N", b"\\", rb"\U00110000":
    attempt(bad.decode, "unicode_escape")
print("aé€".encode("raw_unicode_escape"), rb"\u20ac\n".decode("raw_unicode_escape") == "\u20ac\\n")

def search(name):
    print("search", name)
    if name == "mycodec":
        return codecs.CodecInfo(lambda s, errors="strict": (s.upper().encode(), len(s)),
                                lambda b, errors="strict": (bytes(b).decode().lower(), len(b)), name="mycodec")
    if name == "wrong":
        return 1
codecs.register(search)
print("abc".encode("My-Codec".replace("-", "")), b"ABC".decode("mycodec"), codecs.lookup("mycodec").name)
attempt(codecs.lookup, "wrong")
attempt(codecs.getincrementaldecoder, "mycodec")
codecs.unregister(search)
attempt("abc".encode, "mycodec")

decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([b])) for b in "aé€\U0001f40d".encode()] == ["a", "", "é", "", "", "€", "", "", "", "\U0001f40d"])
print(decoder.decode(b"\xe2\x82"), decoder.getstate())
attempt(decoder.decode, b"", True)
decoder = codecs.getincrementaldecoder("utf-16")("replace")
print([decoder.decode(bytes([b])) for b in "ab\U0001f40d".encode("utf-16-be")[0:0] + "ab".encode("utf-16")])
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"))
print(b"".join(codecs.iterencode(["a", "é"], "utf-8")), "".join(codecs.iterdecode([b"a\xc3", b"\xa9"], "utf-8")) == "aé")
raw = io.BytesIO()
writer = codecs.getwriter("utf-8")(raw)
writer.write("é\n"); writer.writelines(["zwei\n", "drei"])
raw.seek(0)
reader = codecs.getreader("utf-8")(raw)
print(ascii(reader.readline()), reader.read(2), reader.readlines())
print(codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.utf_8_decode(b"ab\xc3", None, False), codecs.ascii_encode("ab"))
print(codecs.charmap_decode(b"\x00\x01", "strict", "ab"), codecs.charmap_encode("ba", "strict", {97: 0, 98: 1}))
