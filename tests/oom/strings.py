s = "".join(chr(65 + i) for i in range(26))
print(s.lower().split("m"), s.replace("A", "aa"), s[::-1], s * 2)
print("%s-%d-%5.2f" % ("a", 3, 2.5), "{:>8}|{!r}".format("x", "y"), f"{s[:3]:*^9}", "é".encode(), "ü" + "😀")
print("a,b,c".partition(","), " x ".strip(), "abc".upper().center(9, "."), "x".join(["1", "2"]))
