# Replacement templates: references, escapes, errors.
import re

print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<a>\w)(?P<b>\w)", r"\g<b>\g<a>", "abcd"))
print(re.sub("(a)", r"<\g<0>\g<1>>", "xay"), re.sub("(a)", r"\g<1>0", "a"), re.sub("a", r"\0", "a") == "\0")
print(ascii(re.sub("a", r"\t\n\v\r\f\a\b\\", "a")), ascii(re.sub("a", r"\101\08\0\377", "a")))
print(re.sub("(a)|b", r"[\1]", "ab"), re.sub("x", r"\.\-\/", "x"), re.sub("x", "\\\\", "x"))
print(re.sub("(.)" * 12, r"\11\12\1", "abcdefghijkl"), re.sub("()", r"\g<01>", "a"))
print(re.match("(a)(?P<n>b)?", "a").expand(r"\1-\2-\g<n>-\g<0>"), re.match(b"(a)", b"a").expand(rb"\1\1"))
print(re.sub("é(.)", "\\1ü", "éa"), re.sub("(.)", r"\1\u0100".replace("u0100", "1"), "ab"))
templates = [r"\g", r"\g<", r"\g<>", r"\g<a", r"\g<1", r"\g<a a>", r"\g<1a1>", r"\2", r"\g<2>", r"\g<-1>", r"\x", r"\c", r"\400",
             r"\8", "\\", r"\g<x>", r"\g<+1>", r"\99", r"\gx", r"ab\g<5>", "\n\n\\q"]
p = re.compile(r"(?P<n>a)")
for t in templates:
    try:
        print(repr(t), repr(p.sub(t, "xax")))
    except re.error as e:
        print(repr(t), e, "|", e.msg, e.pattern == t, e.pos, e.lineno, e.colno)
    except IndexError as e:
        print(repr(t), "IndexError", e)
