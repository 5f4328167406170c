# Error handlers registered from Python: what they return is checked, and where they go on.
import codecs

def attempt(f, *args):
    try:
        print(ascii(f(*args)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

def spell(error):
    print("handler:", type(error).__name__, error.encoding, error.start, error.end, error.reason)
    if isinstance(error, UnicodeEncodeError):
        return "<" + "".join(f"{ord(c):x}" for c in error.object[error.start:error.end]) + ">", error.end
    return "?" * (error.end - error.start), error.end

codecs.register_error("test.spell", spell)
attempt("aé€b".encode, "ascii", "test.spell")
attempt("aé€b".encode, "latin-1", "test.spell")
attempt("a\ud800b".encode, "utf-8", "test.spell")
attempt("a\ud800b".encode, "utf-16-le", "test.spell")
attempt(b"a\xffb\xe2\x82".decode, "utf-8", "test.spell")
attempt(b"a\x80\x81".decode, "ascii", "test.spell")
codecs.register_error("test.bytes", lambda e: (b"\x00\xff", e.end))
attempt("aéb".encode, "ascii", "test.bytes")
codecs.register_error("test.back", lambda e: ("x", -1))
attempt("aébc".encode, "ascii", "test.back")
attempt(b"a\xffbc".decode, "ascii", "test.back")
for name, answer in {"none": None, "short": ("x",), "text": ("x", "y"), "far": ("x", 99), "before": ("x", -99),
                     "number": (1, 2), "unencodable": ("é", 2)}.items():
    codecs.register_error("test." + name, lambda e, answer=answer: answer)
    attempt("aéb".encode, "ascii", "test." + name)
    attempt(b"a\xff".decode, "ascii", "test." + name)
def failing(error): raise KeyError("mine")
codecs.register_error("test.failing", failing)
attempt("é".encode, "ascii", "test.failing")
attempt("é".encode, "ascii", "test.unknown")
attempt(codecs.register_error, "x", 1)
attempt(codecs.register_error, 1, spell)
print(codecs.lookup_error("test.spell") is spell)
attempt(codecs.lookup_error, "test.unknown")
error = UnicodeEncodeError("ascii", "aé€\U0001f40db", 1, 4, "why")
for name in "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace":
    attempt(codecs.lookup_error(name), error)
attempt(codecs.strict_errors, error)
attempt(codecs.ignore_errors, ValueError("v"))
attempt(codecs.xmlcharrefreplace_errors, UnicodeDecodeError("ascii", b"\xff", 0, 1, "r"))
attempt(codecs.replace_errors, UnicodeDecodeError("ascii", b"\xff", 0, 1, "r"))
attempt(codecs.backslashreplace_errors, UnicodeDecodeError("ascii", b"a\xff\xfe", 1, 3, "r"))
attempt(codecs.replace_errors, UnicodeTranslateError("aé", 1, 2, "r"))
