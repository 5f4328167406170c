# split: groups in between, limits, empty matches.
import re

print(re.split(":", ":a:b::c"), re.split(":+", ":a:b::c"), re.split(":*", ":a:b::c"))
print(re.split("(:)", ":a:b::c"), re.split("(:+)", ":a:b::c"), re.split("(:*)", ":a:b::c"))
print(re.split("([b:]+)", ":a:b::c"), re.split("(b)|(:)", "a:b:c"), re.split("(?:b)|(?::)", "a:b:c"))
print(re.split(":", "a:b:c:d", maxsplit=2), re.split("(:)", "a:b:c:d", maxsplit=2), re.split(":", "a:b", maxsplit=-1))
print(re.split(r"\b", "a-b c"), re.split(r"\b", "::ab:"), re.split(r"(?=b)", "abab"), re.split(r"(?<=b)", "abab"))
print(re.split("", "abc"), re.split("x", ""), re.split("", ""), re.split(r"\s+", " a b "))
print(re.split(b":", b"a:b"), re.split(b"(:)", bytearray(b"a:b")), re.compile("x").split("axbxc", 1))
print(re.compile("-").split(string="a-b-c", maxsplit=1), re.split(pattern="-", string="a-b"))
print(re.split("(?i)X", "axbXc"), re.split("x", "axbXc", flags=re.I))
s = "nothing here"
print(re.split("z", s)[0] is s)
for call in (lambda: re.split(":", 1), lambda: re.split(), lambda: re.split(":"), lambda: re.split(":", b"a")):
    try:
        call()
    except TypeError as e:
        print(type(e).__name__)
