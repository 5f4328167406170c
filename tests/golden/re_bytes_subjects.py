# bytes patterns, bytes-like subjects, and mixing them with str.
import re

ba = bytearray(b"one two")
m = re.match(rb"(\w+) (\w+)", ba)
print(m, m.group(), m.groups(), m.string is ba, m[1])
print(re.search(b"two", memoryview(b"one two")), re.findall(rb"\w+", memoryview(b"a b c")[::1]), re.fullmatch(b".*", b""))
ba[:] = b"xy"
print(m.group(), m.group(2), m.span(2))
b = b"whole"
print(re.match(b".*", b)[0] is b, re.match(b".*", bytearray(b))[0], re.sub(b"z", b"", b) is b, type(re.sub(b"o", b"0", bytearray(b))))
for pattern, text in [("a", b"a"), (b"a", "a"), ("a", bytearray(b"a")), (b"a", 1), ("a", 1.5), (b"a", None), ("a", [])]:
    for function in (re.match, re.findall, re.split):
        try:
            function(pattern, text)
        except TypeError as e:
            print(e)


class S(str):
    pass


class B(bytes):
    pass


s = S("abc")
m = re.match(S("(b|a)(.*)"), s)
print(type(m.group()), type(m.group(1)), type(m.string), type(re.sub("z", "", s)), type(re.split("z", s)[0]), m.string is s)
m = re.match(b".*", B(b"abc"))
print(type(m.group()), type(re.sub(b"z", b"", B(b"ab"))), re.sub(S("a"), S("b"), s))


def grow(m):
    try:
        data.append(1)
    except BufferError as e:
        return str(e).encode()


data = bytearray(b"a")
print(re.sub(b"a", grow, data))
data.append(33)
print(data, re.findall(b"[\x00-\xff]", bytes([0, 128, 255])), re.findall(rb"\x00", b"\0a\0"), re.sub("\0", "0", "a\0b"))
print(re.findall("a", "ab\0ab"), re.search("\0b", "a\0b"), re.match("a\0b", "a\0b").span(), re.match(r"a\x00b", "a\0b").span())
it = re.finditer(b"a", data)
try:
    data.append(2)
except BufferError as e:
    print(e, len(list(it)))
del it
data.append(2)
print(data)
