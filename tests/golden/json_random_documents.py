# Random values written, and their text damaged and read again (a fuzz against CPython, kept as a test).
import json

st = 20240613
def rnd(k):
    global st
    st = (st * 1103515245 + 12345) % 2**31
    return (st >> 8) % k
def gen(d):
    r = rnd(10)
    if r < 2 and d: return [gen(d-1) for _ in range(rnd(4))]
    if r < 4 and d: return {pick(["a","b","","é","\U0001f600",1,2.5,None,True,"x"*rnd(30), float('inf')]): gen(d-1) for _ in range(rnd(4))}
    if r < 6: return pick([0,1,-1,10**17,-10**18,10**25,-2**63,2**61])
    if r < 8: return pick([0.0,-0.0,1e308,1e-320,3.14,1e16,1e22,-2.5e-7,float('nan'),float('inf')])
    return pick(["","a","\n","\"\\/","é","ÿ","\u2028","\ud800","\U0001f600x","\x1f\x7f\x80", None, True, False])
def pick(xs): return xs[rnd(len(xs))]
MUT = list('{}[],:"\\ 0123456789.eE+-ntfuNI\n\x00\x1fé\U0001f600/') + ["null","true","false","NaN","\\u","\\ud83d","\\ude00","-Infinity","  "]
for i in range(250):
    v = gen(4)
    kw = {}
    if rnd(2): kw["indent"] = pick([0,1,2,"\t",None])
    if rnd(3)==0: kw["ensure_ascii"] = False
    if rnd(4)==0: kw["separators"] = (",", ":")
    if rnd(4)==0: kw["sort_keys"] = True
    if rnd(5)==0: kw["allow_nan"] = False
    if rnd(5)==0: kw["skipkeys"] = True
    try: t = json.dumps(v, **kw)
    except Exception as e: print(i, type(e).__name__, ascii(str(e))); continue
    print(i, ascii(t))
    try: print(ascii(json.loads(t)))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
    for _ in range(4):
        b = list(t)
        for _ in range(rnd(3)+1):
            k = rnd(len(b)+1)
            r = rnd(3)
            if r == 0: b[k:k+1] = []
            elif r == 1: b[k:k] = [pick(MUT)]
            else: b[k:] = b[k:][:rnd(5)]
        m = "".join(b)
        try: print(ascii(m), ascii(json.loads(m, strict=rnd(2)==0)))
        except Exception as e: print(ascii(m), type(e).__name__, ascii(str(e)))
