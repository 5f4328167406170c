"""translate and maketrans."""

table = str.maketrans("abc", "xyz", "d")
print(table, "abcde".translate(table), str.maketrans({"a": "AA", 98: None, "c": 0x1234}))
print(ascii("aabbcc é".translate({97: "AA", 98: None, 99: 0x1234, 0xe9: "e"})), "hello".translate({}), "".translate(table))


class Upper:
    def __getitem__(self, key):
        if key == ord("b"):
            raise LookupError
        if key == ord("c"):
            raise KeyError(key)
        return chr(key).upper()


print("abcab".translate(Upper()), "héllo".translate(Upper()))


class Fails:
    def __getitem__(self, key):
        raise ZeroDivisionError("no")


try:
    "a".translate(Fails())
except ZeroDivisionError as error:
    print("raised", error)
print("abc".translate(["x"] * 98), "ab\u1234".translate([None] * 98))
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"a"), bytearray(b"abc").translate(bytes(range(256)), b"c"))
