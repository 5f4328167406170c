# count, maxsplit and flags by position: they work, with a warning.
import re
import warnings

for call in (lambda: re.sub("a", "b", "aaa", 1), lambda: re.subn("a", "b", "aaa", 2), lambda: re.split("a", "1a2a3", 1),
             lambda: re.sub("A", "b", "aaa", 0, re.I), lambda: re.split("A", "1a2a3", 1, re.I), lambda: re.sub("a", "b", "aaa", count=1)):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(call(), [(w.category.__name__, str(w.message)) for w in caught])
for call in (lambda: re.sub("a", "b"), lambda: re.sub("a", "b", "c", 1, 2, 3), lambda: re.split("a", "b", x=1), lambda: re.sub("a", "b", "c", 1, count=2)):
    try:
        call()
    except TypeError as e:
        print("TypeError")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for pattern in ["[[a]", "[a--b]", "[a&&b]", "[a~~b]", "[a||b]", "[--a]", "[^[a]", "[a-[b]", "[[:alpha:]]", "[&&]", "[a--]"]:
        try:
            re.compile(pattern)
        except re.error as e:
            print(pattern, e)
    for w in caught:
        print(w.category.__name__, w.message)
