# string: constants, capwords, Formatter.
import string
from string import Formatter

for name in ("ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "punctuation",
             "printable", "whitespace"):
    print(name, repr(getattr(string, name)))
print(string.capwords("abc def  ghi"), string.capwords(" a\tb "), string.capwords("ABC-def", "-"), string.capwords("a--b", "-"))
print(string.__all__)

f = Formatter()
print(f.format("{0} {1!r:>5} {name.real} {list[1]} {d[key]}", 1, "x", name=2.5, list=[1, 2], d={"key": "v"}))
print(f.format("{} {} {{literal}}", "a", "b"), f.format("{:{}}|{:{w}.{p}}", "x", 5, 3.14159, w=8, p=3))
print(f.vformat("{a}{0}", ("pos",), {"a": "key"}), f.format("no fields"), repr(f.format("")))
for text in ("a{{b", "{a!r:spec}", "x{0}y{1.b[c]}z", "{}", "{:{width}}", "}}{{", "a", "{a!s}", "{0[a:b]}"):
    print(text, list(f.parse(text)))
for text in ("{", "}", "a}b", "{a", "{a!}", "{a!rx}", "{0} {}", "{} {0}", "{1}", "{missing}", "{a!z}", "{:{:{}}}"):
    try:
        print(text, repr(f.format(text, 1, 2, 3, a="A")))
    except Exception as error:
        print(text, type(error).__name__, error)


class Defaults(Formatter):
    def get_value(self, key, args, kwargs):
        try:
            return super().get_value(key, args, kwargs)
        except (KeyError, IndexError):
            return f"<{key}>"

    def format_field(self, value, spec):
        return value.upper() if spec == "upper" else super().format_field(value, spec)

    def convert_field(self, value, conversion):
        return value[::-1] if conversion == "x" else super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(used, key=str))


d = Defaults()
print(d.format("{0} {1} {name:upper} {name!x} {other}", "zero", name="abc"))
try:
    f.format()
except TypeError as error:
    print(error)
print(f.get_field("a.real", (), {"a": 5}), f.convert_field("é", "a"), f.get_value(0, ("z",), {}))
