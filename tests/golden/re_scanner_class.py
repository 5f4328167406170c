# re.Scanner and pattern.scanner().
import re

scanner = re.Scanner([(r"[a-z]\w*", lambda s, token: ("name", token)), (r"\d+\.\d*", lambda s, token: float(token)),
                      (r"\d+", lambda s, token: int(token)), (r"=|\+|-|\*|/", lambda s, token: "op" + token), (r"\s+", None)])
print(scanner.scan("sum = 3*foo + 312.50+bar"), scanner.scan("a $ b"), scanner.scan(""))
print(re.Scanner([("(a)(b)", "pair"), ("c", lambda s, t: s.match.span())]).scan("abcabx"))
print(re.Scanner([("A", 1)], re.I).scan("aAb"))
s = re.compile("a(b)?").scanner("abaxab")
print(s.match(), s.match(), s.match(), s.match(), s.search())
s = re.compile("a(b)?").scanner("abaxab", 1, 5)
print(s.search(), s.search(), s.search(), s.pattern.pattern)
s = re.compile("x*").scanner("axb")
print([s.search().span() for _ in range(4)], s.search(), s.search())
s = re.compile("x*").scanner("xxb")
print(s.match(), s.match(), s.match(), s.match())
tokens = re.compile(r"\s*(?:(?P<num>\d+)|(?P<name>\w+)|(?P<op>.))")
print([(m.lastgroup, m[m.lastgroup]) for m in iter(tokens.scanner("x1 = 42 + y*(3)").search, None)])
