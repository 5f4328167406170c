# frame.f_locals writes through; locals() is a snapshot; comprehensions in modules and classes.
import sys
def t(fn, *a):
    try: print(fn(*a))
    except BaseException as e: print(type(e).__name__, e)
def f(a,b=2):
    c=3
    def g(): return c
    p=sys._getframe().f_locals
    return p
def g(a):
    x=1; y=None; cell=5
    def inner(): return cell
    fr=sys._getframe()
    p=fr.f_locals
    print(type(p), type(p).__name__, type(p).__module__)
    print(sorted(m for m in dir(p)))
    print(list(p), len(p), p['x'], 'x' in p, 'zz' in p, 3 in p)
    p['x']=10; print(x)
    p['cell']=6; print(cell, inner())
    p['new']=7; print('new' in p, p['new'], list(p), 'new' in fr.f_locals, len(p))
    p[3]=4; print(p[3], list(p)[-1])
    t(lambda: p['nope']); t(p.get,'nope'); t(p.get,'nope',5); t(p.get,'x')
    def d(k): del p[k]
    t(d,'x'); t(d,'nope'); t(d,'new'); print('new' in p)
    t(p.setdefault,'x',99); t(p.setdefault,'fresh',99); t(p.setdefault,'fresh2'); 
    print(p.keys(), type(p.keys()), type(p.values()), type(p.items()))
    p.update({'y':5}, z=3) if 0 else t(p.update,{'y':5}); print(y); t(p.update,[('y',6)]); print(y); t(p.update,3)
    t(lambda: p.update(y=7)); t(lambda: p.update({}, {}))
    print(type(p|{'q':1}), (p|{'q':1}).get('q'), type({'q':1}|p)); t(lambda:p|3); t(lambda:3|p)
    def ior(): 
        nonlocal p
        p |= {'y': 9}
        return type(p)
    t(ior); print(y)
    t(lambda: p == dict(p)); t(lambda: p==3); t(lambda: p == fr.f_locals); t(lambda: p != fr.f_locals); t(lambda: p < p); t(hash, p)
    print(p.copy().keys()==dict(p).keys(), type(p.copy()))
    print(list(reversed(p))==list(p)[::-1])
    r=repr({k:v for k,v in p.items() if k in ('a','x')}); print(r)
    t(lambda: type(p)()); t(lambda: type(p)(3)); t(lambda: type(type(p)(fr))); t(lambda: isinstance(p,dict)); 
    match p:
        case {'x': xx}: print('map', xx)
        case _: print('nomap')
    t(bool,p); t(lambda: p['a']); del a; t(lambda: p['a']); t(lambda: 'a' in p); print('a' in list(p)); p['a']=8; print(a)
    t(lambda: {**p}['x']); t(lambda: dict(**{k: v for k, v in p.items() if isinstance(k,str)})['x'])
    t(lambda: p[[]]); t(lambda: [] in p)
    def setu(): p[[]]=1
    t(setu)
    class S(str): pass
    p[S('x')]=77; print(x, p[S('x')])
    return p
p=g(1)
print(p['x'], p.get('y')); p['x']=5; print(p['x'], list(p)[:3])
q=f(1); print(q['c'], q['a'], sorted(map(str,q)))
def rep():
    a=1; b='s'
    return repr(sys._getframe().f_locals)
print(rep())
def rec():
    p=sys._getframe().f_locals
    p['p']=p
    return repr(p)
print(rec())
def gen():
    x=1
    yield sys._getframe()
    print('x',x)
ge=gen(); fr=next(ge); fr.f_locals['x']=5; next(ge,None); print(fr.f_locals)
ge=gen(); fr=ge.gi_frame; print(fr.f_locals, fr.f_lineno, fr.f_back); fr.f_locals['x']=3; print(dict(fr.f_locals)); next(ge); print(ge.gi_frame.f_locals['x'], ge.gi_frame.f_back); 
t(ge.gi_frame.clear)
ge.close(); print(ge.gi_frame)
class C:
    y=1
    print(sys._getframe().f_locals is locals(), type(sys._getframe().f_locals))
    sys._getframe().f_locals['z']=4
print(C.z)
print([sorted(k for k in locals() if k in ('xq','yq')) for xq in [1]])
print([type(sys._getframe().f_locals).__name__ for xq in [1]], [('xq' in sys._getframe().f_locals) for xq in [1]], 'xq' in globals())
class D:
    a=[sorted(k for k in locals() if len(k)==2) for xq in [1]]
    b=[locals() is locals() for xq in [1]]
    print(a,b, type(sys._getframe().f_locals))
def h():
    l=[locals() for xq in [1]]
    l2=locals(); l2['foo']=1
    return l, sorted(locals()), l2 is locals()
print(h())
def ex():
    x=1
    exec('x=2; y=3'); print(x, 'y' in locals())
    exec('x=2', globals(), sys._getframe().f_locals); print(x)
    t(eval,'x+1'); t(eval,'yy'); 
    print(vars() == locals(), sorted(dir()))
ex()
