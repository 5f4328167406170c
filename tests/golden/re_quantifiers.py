# Greedy, lazy and possessive quantifiers; atomic groups.
import re

for pattern, text in [("a*", "aaa"), ("a*?", "aaa"), ("a*?$", "aaa"), ("a+?", "aaa"), ("a??", "a"), ("a{2}", "aaa"), ("a{2,}", "aaaa"),
                      ("a{,2}", "aaa"), ("a{1,2}?", "aaa"), ("a{,2}?b", "aab"), ("a*+a", "aaa"), ("a*+b", "aab"), ("a?+a", "a"), ("a++a", "aaa"),
                      ("a{1,2}+a", "aaa"), ("a{1,2}+a", "aa"), ("(?>a*)a", "aaa"), ("(?>a|ab)c", "abc"), ("(?>ab|a)c", "abc"), ("(a|ab)*+c", "abac"),
                      ("(?:ab)++b", "ababb"), ("(ab)?+ab", "ab"), ("(?:a|b)*?b", "aab"), ("(a*)*", "aa"), ("(a*)+", "aa"), ("(a?)*", "aa"),
                      ("(?:a?)*?b", "aab"), ("(a|)+", "aa"), ("(?:(a)|b)*", "ab"), ("(?:(a)|b)*", "ba"), ("(?:(a)|(b))*", "ab"), ("(a){0}b", "b"),
                      ("(?:a{2}){2}", "aaaaa"), ("a{0}", "a"), ("a{0,0}b", "b"), ("x{,}", "xx"), ("x{1}{", "x{"), ("(?=a)*a", "a"), ("(?:x|(?=a))+a", "xa"),
                      ("(a*?)(a*)", "aa"), ("(a+)(a+)(a+)", "aaaaa"), ("(.*)\\1", "abab"), ("(.+?)\\1+", "ababab"), (".*?,.*?,", "a,b,c,")]:
    m = re.match(pattern, text)
    print(pattern, text, m and (m.span(), m.groups()))
print(re.match(".{70000}", "a" * 80000).end(), re.match(".{10,70000}", "a" * 80000).end(), re.match("(?:ab){66000,}", "ab" * 70000).end())
print(re.match("(?:ab){0,66000}?c", "ab" * 5 + "c").end(), re.match("a{65536}", "a" * 65535), re.match("(?:ab)*", "ab" * 100000).end())
print(re.match("((?:ab)*)*c", "ab" * 50000 + "c").end(), re.match("(?:a|b)*?c", "ab" * 50000 + "c").end())
