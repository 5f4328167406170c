# string.Template.
from string import Template

t = Template("$who likes ${what} for $$5, ${who}s")
print(t.substitute(who="tim", what="ham"), t.substitute({"who": "x"}, what="y"), t.safe_substitute(who="only"))
print(t.get_identifiers(), t.is_valid(), t.template, Template("$a $1 ${b").is_valid(), Template("$ $$").get_identifiers())
print(t.substitute({"who": 1, "what": 2}), Template("$Name ${nÄme}").safe_substitute(Name="n"))
for text in ("$who$", "a\nb $1", "${", "${who", "$-"):
    try:
        print(Template(text).substitute(who="w"))
    except ValueError as error:
        print(error)
    print(Template(text).safe_substitute(who="w"))
try:
    t.substitute(who="x")
except KeyError as error:
    print("KeyError", error)


class Percent(Template):
    delimiter = "%"
    idpattern = r"[a-z]+_[a-z]+"


class Braces(Template):
    braceidpattern = r"[a-z]+[.][a-z]+"


print(Percent("%a_b %%c %{x_y}").substitute(a_b=1, x_y=2), Braces("$a ${b.c}").substitute({"a": 1, "b.c": 2}))
print(Percent.pattern.flags & 2 != 0, Template.delimiter, Template.idpattern)


class Own(Template):
    pattern = r"""
    (?P<escaped>@@) | @(?P<named>[a-z]+) | @\[(?P<braced>[a-z]+)\] | (?P<invalid>@)
    """
    delimiter = "@"


print(Own("@a @[b] @@").substitute(a=1, b=2))
