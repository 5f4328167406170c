"""split, rsplit, splitlines, partition, rpartition and join."""

texts = ["", " ", "a", " a ", "a b c", "  a  b\tc\n", "a,b,,c,", ",", "a\u2003b\u3000c", "é é", "\u1234,\u1234", "abcabc",
         "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x1cseven\x1deight\x1enine\x85ten\u2028eleven\u2029twelve", "\n", "\r\n\n"]
for text in texts:
    print(ascii(text))
    for limit in (-1, 0, 1, 2, 5):
        print("  ", ascii(text.split(None, limit)), ascii(text.rsplit(None, limit)), ascii(text.split(",", limit)),
              ascii(text.rsplit(",", limit)), ascii(text.split("bc", limit)))
    print("  ", ascii(text.splitlines()), ascii(text.splitlines(True)))
    print("  ", ascii(text.partition(",")), ascii(text.rpartition(",")), ascii(text.partition("b")))
    print("  ", ascii(",".join(text.split())), ascii("\u1234".join(text)), ascii("".join(reversed(text))))

print("-".join(["a"]), "-".join([]), "-".join(("a", "b")), "-".join({"k": 1}), "-".join(c for c in "xyz"), "".join("ab"))
print(ascii("\U00012345".join(["a", "é", "\u1234"])), ascii("".join(["a", "", "b"])), " ".join(map(str, range(10))))
print("aXbXXc".split("X"), "aXbXXc".split("XX"), "mississippi".split("ss"), "mississippi".rsplit("ss", 1))


class Text(str):
    pass


print(type(Text("-").join([Text("a")])), type(Text("a").split(",")[0]), type("".join([Text("a")])))
