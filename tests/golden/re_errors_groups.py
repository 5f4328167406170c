# Errors of groups, references and lookarounds: text and position.
import re

for pattern in ["(", ")", "(a", "a)", "((a)", "(?", "(?a", "(?P", "(?P<", "(?P<>", "(?P<a", "(?P<a>", "(?P<1a>b)", "(?P<a b>)",
                "(?P=a)", "(?P=", "(?P=a", "(?P<a>(?P=a))", "(?P<a>)(?P<a>)", "(?Pa)", "(?z)", "(?<", "(?<a)", "(?<=a", "(?<=a+)",
                "(?<!a|bc)", "(?<=(a)\\1)", "(a)(?<=\\1)(?<=b*)", "(?#", "(?#a", "(?:", "(?>a", r"\1", r"(a)\2", r"(a\1)", r"(?(1)a|b)",
                "(?(0)a)", "(a)(?(1", "(a)(?(1)b|c|d)", "(?(x)a)", "(?(1x)a)", "(a)(?(2)b)", "(?()a)", "(a)(?(1)b", "(a)(?(01)b)",
                "(?i", "(?i-", "(?i-i:a)", "(?-", "(?-:a)", "(?ia:a)(?L)", "(?au)", "(?L:a)", "(?-a:b)", "a(?i)b", "(?ij)", "(?-j:a)",
                "(?i:", "(?i-s", "(?s-i", "(?^a)", "(?P<é>a)(?P=é)(?P=ü)", "(?<=(?(1)a|bb))(c)", "(?=a", "(?!", "((?P<a>", "(?P<a.>x)"]:
    try:
        p = re.compile(pattern)
        print(repr(pattern), "fine", p.groups)
    except re.error as e:
        print(repr(pattern), "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
for pattern in [b"(?u)a", b"(?P<\xe9>a)", b"(?P<a>b)(?P=\xe9)", b"(?L)a", b"(?La)"]:
    try:
        print(pattern, re.compile(pattern).flags)
    except re.error as e:
        print(pattern, "|", e)
