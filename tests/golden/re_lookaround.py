# Lookahead, lookbehind, conditions, backreferences.
import re

for pattern, text in [("a(?=b)", "ab"), ("a(?!b)", "ac"), ("a(?!b)", "ab"), ("(?<=a)b", "ab"), ("(?<!a)b", "ab"), ("(?<!a)b", "cb"),
                      ("(?<=ab|cd)e", "cde"), ("(?<=(?:ab|cd)e)f", "cdef"), ("(?<=a{3})b", "aaab"), ("(a)(?<=\\1)b", "ab"), ("(?<=^)a", "a"),
                      ("(?<=\\b)a", " a"), ("(?<=)a", "a"), ("(?<!)a", "a"), ("(?=)a", "a"), ("(?!)a", "a"), ("(?=(a+))a*b\\1", "baaabac"),
                      ("(?=(a))", "a"), ("(?!(a))b", "b"), ("(?=(?=(?=a)))a", "a"), ("(?<=(?<=a)b)c", "abc"), ("(?<=a(?=bc))b", "abc"),
                      ("(a)?(?(1)b|c)", "ab"), ("(a)?(?(1)b|c)", "c"), ("(a)?(?(1)b|c)", "ac"), ("(?P<q>\")?x(?(q)\")", '"x"'), ("(a)?b(?(1)c)", "b"),
                      ("(a)?b(?(1)c)", "ab"), ("(?:(a)|b)(?(1)c|d)", "bd"), ("(?(1)a|b)(c)?", "bc"), ("(a)(?(1)b|)", "ab"), ("(a)?(?(1)|b)", "b"),
                      ("(\\w)\\1", "abb"), ("(?P<x>\\w)(?P=x)", "aa"), ("(a)|\\1b", "b"), ("(a*)b\\1", "aabaa"), ("(?i)(a)\\1", "aA"), ("(.)(.)\\2\\1", "xabba"),
                      ("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "abcdefghijj"), ("(a)\\060", "a0"), ("(a)\\1\\061", "aa1"), ("\\0", "\0"), ("\\07", "\7")]:
    m = re.search(pattern, text)
    print(pattern, ascii(text), m and (m.span(), m.groups()))
