# Functions called by sub may use the same pattern, raise, and change things.
import re

p = re.compile(r"(\w)(\d)?")


def nested(m):
    inner = [x.group() for x in p.finditer("z9y")]
    return m.group(1).upper() + "".join(inner) + str(m.start())


print(p.sub(nested, "a1b"))
print(p.sub(lambda m: p.sub(lambda n: "<" + n[0] + ">", m[0] * 2), "ab1"))
kept = []
p.sub(lambda m: kept.append(m) or "", "a1 b")
print(kept, [m.groups() for m in kept], [m.string for m in kept])


def fail(m):
    if m.start() > 1:
        raise KeyError(m.group())
    return "-"


try:
    p.sub(fail, "abcd")
except KeyError as e:
    print("KeyError", e)
print(p.sub("x", "ab", 1), re.sub("a", str.upper and (lambda m: m.group().upper()), "banana"))


class Callable:
    def __call__(self, m):
        return "[%s]" % m.group()


print(re.sub("an", Callable(), "banana"), re.sub("(?P<x>n)", lambda m: m["x"] * 2, "banana"))
words = {"one": "1", "two": "2"}
print(re.sub("|".join(words), lambda m: words[m[0]], "one two three"))
matches = list(re.finditer("(?P<k>\\w+)=(?P<v>\\w+)", "a=1 b=22"))
print({m["k"]: m["v"] for m in matches}, [m.end("v") for m in matches])
it = re.finditer("a", "aaa")
del p
next(it)
print(sum(1 for _ in it))
import gc
pattern = re.compile("(a)(b)")
m = pattern.match("ab")
del pattern
gc.collect()
re.purge()
print(m.re.pattern, m.groups(), m.expand(r"\2\1"))
