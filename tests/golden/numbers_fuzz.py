# Values, specifications, texts and operands drawn at random: what CPython printed for them.
state=99
def rnd(n):
    global state
    state=(state*6364136223846793005+1442695040888963407)%2**64
    return (state>>33)%n
def pick(s): return s[rnd(len(s))]
vals=[0,1,-1,5,255,-255,10**6,-10**9,2**64,-2**200,10**30,0.0,-0.0,1.0,-1.5,3.14159,1e10,1e16,1e-5,123456.789,1e100,-1e-100,float('inf'),float('nan'),2.5,0.5,99.9995,999999.5,1e22,True,'abc','','é€','x'*20,1+2j,-0.5j,complex(float('inf'),-0.0),0.1,1e-4,9.9999e-5,123456789012345678]
out=[]
h=0
for i in range(2500):
    s=''
    if rnd(3)==0: s+=pick(['<','>','^','=','*<','0>','é^','_=',' <','+^'])
    if rnd(4)==0: s+=pick('+- ')
    if rnd(8)==0: s+='z'
    if rnd(6)==0: s+='#'
    if rnd(5)==0: s+='0'
    if rnd(2)==0: s+=str(rnd(30))
    if rnd(5)==0: s+=pick(',_')
    if rnd(3)==0: s+='.'+str(rnd(25))
    if rnd(5): s+=pick('bcdeEfFgGnosxX%')
    v=vals[rnd(len(vals))]
    try: r=format(v,s)
    except Exception as e: r=type(e).__name__+': '+str(e)
    print(repr(v)[:30],repr(s),r)
for i in range(500):
    t=''.join(pick('0123456789_.eE+-xXabfoOBnij \t') for _ in range(1+rnd(7)))
    for f in (int,float,complex,lambda t:int(t,0),lambda t:int(t,16),float.fromhex):
        try: r=repr(f(t))
        except Exception as e: r=type(e).__name__+': '+str(e)
        print(repr(t),r)
for i in range(250):
    a=pick(vals[:30]+[7,-7,3,0.3,-2.7,1e300,5e-324,2**53+1,2**70+1]); b=pick(vals[:30]+[7,-7,3,0.3,-2.7,1e300,5e-324])
    if isinstance(a,str) or isinstance(b,str): continue
    for n,f in (('+',lambda:a+b),('-',lambda:a-b),('*',lambda:a*b),('/',lambda:a/b),('//',lambda:a//b),('%',lambda:a%b),('divmod',lambda:divmod(a,b)),('**',lambda:a**b if (isinstance(b,float) or abs(b)<50) else None),('<',lambda:(a<b,a<=b,a==b,a!=b,a>b,a>=b)),('round',lambda:round(a,rnd(12)-6)),('hash',lambda:hash(a) if a==a else 0),('%s',lambda:'%.*e|%g|%5.1f|%d'%(rnd(8),a,a,a if abs(a)<1e18 else 0))):
        try: r=repr(f())
        except Exception as e: r=type(e).__name__+': '+str(e)
        print(repr(a),n,repr(b),r)
