# Named groups, lastindex, lastgroup, groupdict, indexing of matches.
import re

p = re.compile(r"(?P<first>\w+) (?:(?P<mid>\w)\. )?(?P<last>\w+)")
m = p.match("Ada B. Lovelace")
print(m.groupdict(), m.groups(), m["first"], m[2], m.group("first", 3), m.lastgroup, m.lastindex)
m = p.match("Ada Lovelace")
print(m.groupdict(), m.groupdict(""), m.groups("-"), m["mid"], m.start("mid"), m.span("mid"), m.lastgroup)
print(p.groupindex, dict(p.groupindex), p.groups, type(p.groupindex).__name__)
for bad in (4, -1, "none", 1.5, None, "first ", True + 3):
    try:
        print(m[bad])
    except IndexError as e:
        print("IndexError", e)
    except Exception as e:
        print(type(e).__name__, e)
print(m[True], m.group(False), m[False])


class Index:
    def __index__(self):
        return 1


print(m[Index()], m.group(Index()), m.span(Index()))
for pattern, text in [("(a)(b)", "ab"), ("((a)b)", "ab"), ("(a)|(b)", "b"), ("(a)(b)?", "a"), ("a", "a"), ("((a)(b))", "ab"),
                      ("(?:(a)|(b))*", "ba"), ("(?:(a)|(b))*", "ab"), ("(a)(?=(b))", "ab"), ("((a)|(b))+", "ab"),
                      ("(?P<x>a)(?:b(?P<y>c))?", "ab"), ("(?P<x>(?P<y>a))", "a"), ("(?P<x>a)|(?P<y>b)", "b"), ("()", "")]:
    m = re.match(pattern, text)
    print(pattern, m.lastindex, m.lastgroup, m.groups(), m.regs)
print(m.__copy__() is m, p.__deepcopy__({}) is p)
try:
    p.groupindex["x"] = 1
except TypeError as e:
    print(e)
