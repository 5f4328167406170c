# Random texts wrapped, random shell patterns translated (a fuzz against CPython, kept as a test).
import fnmatch
import textwrap
import warnings

warnings.simplefilter("ignore")
st = 1013904223
def rnd(k):
    global st
    st = (st * 1103515245 + 12345) % 2**31
    return (st >> 8) % k
W = ["a","word","hy-phen","--","-","x--y","long"*5,"1-2","e.","end!"," ","  ","\t","\n","'q'","-opt","--long-opt","a-b-c","é-ü","\xa0","wi-fi-"]
def gen(): return "".join(W[rnd(len(W))] + (" " if rnd(3) else "") for _ in range(rnd(15)))
for i in range(150):
    t = gen()
    kw = {"width": rnd(25)+1}
    for k in ("break_on_hyphens","break_long_words","drop_whitespace","expand_tabs","replace_whitespace","fix_sentence_endings"):
        if rnd(4)==0: kw[k] = rnd(2)==0
    if rnd(3)==0: kw["max_lines"] = rnd(3)+1
    if rnd(4)==0: kw["initial_indent"] = " "*rnd(4)
    if rnd(4)==0: kw["subsequent_indent"] = ">"*rnd(4)
    if rnd(4)==0: kw["placeholder"] = ["...", "", " x", " [..]"][rnd(4)]
    try: print(i, repr(t), kw, textwrap.wrap(t, **kw))
    except Exception as e: print(i, repr(t), kw, type(e).__name__, e)
    print(repr(textwrap.dedent(t)), repr(textwrap.indent(t, "+")))
P="abc[]!-*?^&|~\\."
for i in range(150):
    p = "".join(P[rnd(len(P))] for _ in range(rnd(9)))
    try: print(repr(p), fnmatch.translate(p), [n for n in ("abc","a","","-","]","a-c","^b","[a]","b.c") if fnmatch.fnmatchcase(n,p)])
    except Exception as e: print(repr(p), type(e).__name__, e)
