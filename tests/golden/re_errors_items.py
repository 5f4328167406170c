# Errors of sets, escapes and quantifiers: text and position.
import re

for pattern in ["*", "+a", "?", "a|*", "(*)", "^*", r"\b+", "$?", "a**", "a*+*", "a+??", "a{2}{3}", "a???", "a{1}*", "a{3,2}", "{3}",
                "a{", "a{1", "a{1,", "a{,", "a{}", "a{,}", "a{x}", "x{,2}", "{", "}", "[", "[a", "[]", "[^]", "[a-", "[z-a]", "[a-\\d]", "[\\w-z]",
                "[\\x4", "[\\8]", "[\\400]", "[\\y]", "[a-\\", "\\", "a\\", "[\\", "\\x", "\\x1", "\\xg1", "\\u12", "\\U0001", "\\U00110000",
                "\\N", "\\N{", "\\N{}", "\\N{x", "\\N{NO SUCH NAME}", "\\q", "\\8", "\\18", "\\400", "\\e", "\\Q", "[\\N{no}]", "[\\u1]",
                "a\n\n(b", "(?x) a #\n *", "(?:a*)*", "(a*)+", "(?:)*", "(?=a)*", "a{99999999999}", "a{1,99999999999}", "a{4294967295}"]:
    try:
        re.compile(pattern)
        print(ascii(pattern), "fine")
    except re.error as e:
        print(ascii(pattern), "|", e, "|", e.pos, e.lineno, e.colno)
    except OverflowError as e:
        print(ascii(pattern), "OverflowError", e)
for pattern in [b"\\u0041", b"\\N{DIGIT ONE}", b"[\\U00000041]", b"\\\xe9", b"[\xff-\xe0]", b"\\400"]:
    try:
        print(pattern, re.compile(pattern))
    except re.error as e:
        print(pattern, "|", e)
e = re.error("text", "pattern", 3)
print(repr(e), e.args, e.msg, e.pattern, e.pos, e.lineno, e.colno)
e = re.PatternError("text")
print(repr(e), str(e), e.pos, e.lineno, e.colno, e.pattern, re.error is re.PatternError, issubclass(re.error, Exception))
