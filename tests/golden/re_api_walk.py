# Small corners of the module's interface.
import re

m = re.match("(a)(?:(b)|c)", "acx")
for expression in ["m.group()", "m.group(1, 2)", "m.groups()", "m.groups(5)", "m.groupdict()", "m.start(2)", "m.end(2)", "m.span(2)", "m.regs", "m.expand(r'\\1|\\2')", "m.lastindex",
                   "m.group(3)", "m.group('x')", "m.start('x')", "m.span(5)", "m.end(-1)", "m[2]", "m[3]", "len(m)", "iter(m)", "m == m", "m == re.match('a', 'a')", "m.nothing", "m.expand()", "m.groups(1, 2)",
                   "m.group(None)", "m.group([])", "m.group(10 ** 30)", "m.expand(5)", "hash(m) == hash(m)", "bool(m)", "m.pos", "m.endpos"]:
    try:
        print(expression, "->", eval(expression))
    except Exception as e:
        print(expression, "->", type(e).__name__, e)
p = re.compile("a(?P<x>b)?")
for expression in ["p.match()", "p.match('a', 'b')", "p.match('ab', pos=1)", "p.match('ab', 0, 1)", "p.search('xab', pos=1, endpos=3)", "p.match(string='a')", "p.match('a', foo=1)", "p.sub()", "p.sub('x', 'ab', count=1)", "p.split('xabx', maxsplit=1)",
                   "p.findall('ab a', pos=2)", "p.fullmatch('ab', 1)", "p.search('ab', None)", "p.groupindex == {'x': 1}", "p.groupindex['x']", "p.match('a').groupdict('d')", "p.match(b'a')", "p.nothing", "p.finditer(5)", "p.scanner('a').match().span()",
                   "p.search('a' * 3, 10 ** 18)", "p.search('aaa', -10 ** 18)", "p.flags", "p.match('a', True)", "p.subn('x', 'ab')"]:
    try:
        print(expression, "->", eval(expression))
    except Exception as e:
        print(expression, "->", type(e).__name__, e)
print(re.__all__[:3], re.compile.__name__, re.sub.__name__, callable(re.purge), re.purge())
print(re.search(re.compile("b"), "abc"), re.sub(re.compile("b"), "x", "abc"), re.split(re.compile("b"), "abc"), re.findall(re.compile("b", re.I), "bB"))
for call in (lambda: re.search(re.compile("b"), "abc", re.I), lambda: re.match(), lambda: re.match("a"), lambda: re.compile(), lambda: re.compile("a", "b"), lambda: re.findall("a", "b", "c"), lambda: re.compile("a", flags=1.5)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
for call in (lambda: re.sub("a", "b", "c", 0, count=1), lambda: re.sub(), lambda: re.sub("a"), lambda: re.split("a"), lambda: re.split("a", "b", 1, 2, 3), lambda: re.findall("a", "b", 0, 1), lambda: re.match("a", string="b", pattern="c"),
             lambda: re.subn("a", "b", "c", 0, 0, flags=1), lambda: re.compile("a", 0, 0), lambda: re.finditer("a", x=1), lambda: re.purge(1), lambda: re.fullmatch(pattern="a")):
    try:
        print(call())
    except TypeError as e:
        print(e)
