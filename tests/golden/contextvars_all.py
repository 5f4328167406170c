# ContextVar, Token, Context: values, errors, copies, running in a context.
import contextvars
from contextvars import *
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
import re
def rp(x): return re.sub('0x[0-9a-f]+','0x',repr(x))
v=ContextVar('v'); d=ContextVar('d', default=3)
print(rp(v),rp(d), v.name)
t(v.get,1); t(d.get); t(d.get,9)
try: v.get()
except LookupError as e: print(rp(e), e.args[0] is v)
t(ContextVar); t(ContextVar,3); t(lambda: ContextVar('x',3))
tok=v.set(5); print(rp(tok), tok.var is v, tok.old_value is Token.MISSING, rp(Token.MISSING))
tok2=v.set(6); print(tok2.old_value); v.reset(tok2); print(v.get()); print(rp(tok2))
try: v.reset(tok2)
except RuntimeError as e: print(rp(e))
try: d.reset(tok)
except ValueError as e: print(rp(e))
t(v.reset,3)
ctx=copy_context(); print(v in ctx, d in ctx, len(ctx), list(ctx)==[v], ctx[v], ctx.get(v), ctx.get(d), ctx.get(d,4))
t(lambda: ctx[3]); t(lambda: 3 in ctx); t(lambda: ctx.get('x'))
try: ctx[d]
except KeyError as e: print(e.args[0] is d)
def f(x,y=1):
    v.set(x); return v.get()+y
print(ctx.run(f,10,y=5), v.get(), ctx[v])
def g():
    t(ctx.run,f,1)
ctx.run(lambda: t(lambda: print('inner')) or 0)
try: ctx.run(lambda: ctx.run(f,1))
except RuntimeError as e: print(rp(e))
t(ctx.run); 
print(len(list(ctx.keys())), len(list(ctx.items())), len(list(ctx.values())))
c2=ctx.copy(); print(c2==ctx, c2 is ctx, c2!=ctx); c2.run(v.set,99); print(c2==ctx, ctx[v], c2[v])
e=Context(); print(len(e), e==Context()); t(Context,1); t(hash,ctx)
tokc=None
def setc():
    global tokc
    tokc=v.set(1)
ctx.run(setc)
try: v.reset(tokc)
except ValueError as ex: print(rp(ex))
t(lambda: type('X',(ContextVar,),{})); t(lambda: type('X',(Context,),{})); t(lambda: type('X',(Token,),{})); t(Token)
print(ContextVar[int], Token[int]); t(lambda: Context[int])
def exc(): v.set(50); 1/0
t(ctx.run,exc); print(ctx[v], v.get())
t(hash, tok) ; print(hash(v)==hash(v), v==v, v==d)
t(setattr,v,'name',3); t(setattr,v,'foo',3); t(setattr,tok,'var',1)
