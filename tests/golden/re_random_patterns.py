# Random patterns over random subjects of every width (a fuzz against CPython, kept as a test).
import re
import warnings

st = 20240612
def rnd(k):
    global st
    st = (st * 1103515245 + 12345) % 2**31
    return (st >> 8) % k
def pick(xs): return xs[rnd(len(xs))]
ATOMS = ["a","b","c","ab",".","\\w","\\d","\\s","\\W","\\D","\\S","[ab]","[^a]","[a-c]","[^\\w]","[\\d_]","\\b","\\B","^","$","\\A","\\Z","A","B","1","_"," ","\\n","\u00e9","\u00c9","k","s","\u017f","\u212a","\u0130","i","\u00b5","\u03bc","[k-s]","[^i]","\\x41","\\u0410","\u0430","\U00010400","[\u0400-\u04ff]","[\U00010400-\U00010450]","\\1","\\2","(?P=n)","-","]","}","{","\\.","\\\\","(?#c)","ß","ẞ", "[\\W\\d]", "[^\\Wa]","(?(1)a|b)", "(?(2)a)", "ſ"]
QS = ["*","+","?","{2}","{1,2}","{,2}","{1,}","*?","+?","??","{1,2}?","*+","++","?+","{0}", "{0,1}"]
def gen(d):
    out = []
    for _ in range(rnd(4)+1):
        r = rnd(14)
        if r < 8 or d <= 0: a = pick(ATOMS)
        elif r == 8: a = "(" + gen(d-1) + ")"
        elif r == 9: a = "(?:" + gen(d-1) + ")"
        elif r == 10: a = pick(["(?=","(?!","(?<=","(?<!"]) + gen(d-1) + ")"
        elif r == 11: a = pick(["(?>","(?i:","(?-i:","(?s:","(?m:","(?x:","(?a:", "(?u:", "(?P<n>"]) + gen(d-1) + ")"
        elif r == 12: a = gen(d-1) + "|" + gen(d-1)
        else: a = "(" + gen(d-1) + "|" + gen(d-1) + ")"
        if rnd(3) == 0: a += pick(QS)
        out.append(a)
    return "".join(out)
SUB = ["a","b","c","ab","abc","A","B","1","2","_"," ","\n","é","É","k","K","s","S","ſ","\u212a","İ","ı","i","I","µ","μ","Μ","А","а","\U00010400","\U00010428","-","]","}","{",".","\\","ß","ẞ","²","一","ª","x","\x1c","\x85","\xa0","\u2003","\ud800","\U00011f50","\U0002ebf0"]
def subj():
    base = SUB[:13] if rnd(2) else SUB
    return "".join(pick(base) for _ in range(rnd(9)))
def show(m): return m and (m.span(), m.groups(), m.lastindex)

warnings.simplefilter("ignore")
for i in range(250):
    p = gen(3); fl = pick([0,0,0,2,2,8,16,64,256,256|2,2|8|16])
    ss = [subj() for _ in range(4)]
    print(i, ascii(p), fl)
    try: o = re.compile(p, fl)
    except re.error as e: print("  ERR", ascii(e.msg), e.pos); continue
    except Exception as e: print("  ", type(e).__name__, ascii(str(e))); continue
    for s in ss:
        try: print("  ", ascii((s, show(o.search(s)), show(o.match(s)), show(o.fullmatch(s)), o.findall(s), o.split(s), o.sub("<>", s))))
        except Exception as e: print("  ", ascii(s), type(e).__name__, ascii(str(e)))
