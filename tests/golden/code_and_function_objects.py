# Code objects: fields, replace(), equality; FunctionType and its attributes; cells.
import types, sys
def t(fn,*a,**k):
    try: print(fn(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
def f(a,b=1,/,c=2,*d,e,f=3,**g):
    'doc'
    x=1
    def inner(): return a,x
    return inner
c=f.__code__
for n in 'co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_varnames co_names co_cellvars co_freevars co_name co_qualname co_firstlineno co_flags'.split(): print(n,getattr(c,n))
print([type(x).__name__ for x in c.co_consts][:3], c.co_consts[0])
i=f(1,e=2).__code__; print(i.co_freevars, i.co_qualname, i.co_consts, i.co_names)
t(lambda: c.replace()==c); t(lambda: c==c.replace(co_name='g')); t(lambda: hash(c)==hash(c.replace())); t(lambda: c.replace(co_name='g').co_name)
t(c.replace,co_name=3); t(c.replace,foo=3); t(c.replace,3); t(c.replace,co_argcount='x'); t(c.replace,co_varnames=3); t(c.replace,co_consts=[1]);
t(lambda: c.replace(co_firstlineno=50).co_firstlineno); t(lambda: c.replace(co_filename='zz').co_filename); t(lambda:c.replace(co_qualname='Q').co_qualname)
def k(): return 5
t(lambda: types.FunctionType(k.__code__.replace(co_consts=(None,)+(7,)),{})()) if 0 else None
def n(): return len([1])
t(lambda: types.FunctionType(n.__code__.replace(co_names=('sum',)),{'__builtins__':__builtins__})()) 
def kk(x): y=x; return y
t(lambda: types.FunctionType(kk.__code__.replace(co_varnames=('a','b')),{})(a=3)); t(lambda: kk.__code__.replace(co_varnames=('a',)));t(lambda: kk.__code__.replace(co_argcount=-1)); t(lambda:kk.__code__.replace(co_flags=-1))
print(c==c, c!=c, c==3, (lambda:1).__code__==(lambda:1).__code__)
def p(): return 1
a1=p.__code__
def p(): return 1
print(a1==p.__code__, a1.replace(co_firstlineno=p.__code__.co_firstlineno)==p.__code__)
t(types.CodeType); t(types.CodeType,1)
for n in ('co_name','co_consts','co_code'): t(setattr,c,n,1)
t(setattr,c,'foo',1); t(delattr,c,'co_name')
import re
print(re.sub('0x[0-9a-f]+','0x',repr(c)).replace(__file__,'F'))
print(callable(c.co_lines), callable(c.co_positions), type(c.co_code), type(c.co_linetable), type(c.co_exceptiontable), c._varname_from_oparg(0))
# functions
def g(x, y=2, *, z=3) -> int: 'gd'; return x+y+z
t(types.FunctionType); t(types.FunctionType,1); t(types.FunctionType,g.__code__); t(types.FunctionType,g.__code__,1); t(types.FunctionType,g.__code__,{},3); t(types.FunctionType,g.__code__,{},None,3);t(types.FunctionType,g.__code__,{},None,None,3)
t(types.FunctionType,i,{},None,None,None); t(types.FunctionType,i,{},None,None,()); t(types.FunctionType,i,{},None,None,(1,2)); t(types.FunctionType,g.__code__,{},None,None,(1,))
print(types.FunctionType(g.__code__,{},'nn',(5,6)).__defaults__, types.FunctionType(g.__code__,{},'nn',(5,6))(z=1), types.FunctionType(g.__code__,{},kwdefaults={'z':1})(1,2))
t(types.FunctionType,g.__code__,{},None,None,None,3)
t(setattr,g,'__defaults__',3); t(setattr,g,'__kwdefaults__',3); t(setattr,g,'__code__',3); t(setattr,g,'__closure__',3); t(setattr,g,'__globals__',3); t(setattr,g,'__name__',3); t(setattr,g,'__qualname__',3); t(setattr,g,'__dict__',3); t(setattr,g,'__annotations__',3); t(setattr,g,'__builtins__',3); t(setattr,g,'__type_params__',3); t(setattr,g,'__code__',i); t(setattr,f(1,e=1),'__code__',g.__code__)
t(delattr,g,'__defaults__'); print(g.__defaults__); t(g,1); t(delattr,g,'__kwdefaults__'); t(g,1,2); t(delattr,g,'__code__'); t(delattr,g,'__name__'); t(delattr,g,'__dict__'); t(delattr,g,'__annotations__'); print(g.__annotations__); t(delattr,g,'__doc__'); print(g.__doc__); t(delattr,g,'__module__'); print(g.__module__); t(delattr,g,'__closure__'); t(delattr,g,'__type_params__')
g.__defaults__=(1,2); g.__kwdefaults__={'z':9}; print(g()); g.__code__=(lambda *a,**k:(a,k)).__code__; print(g(1,q=2)); g.__defaults__=None; g.__kwdefaults__=None; print(g.__kwdefaults__)
cell=types.CellType(5); print(cell.cell_contents, cell==types.CellType(5), cell<types.CellType(6)); t(lambda: types.CellType().cell_contents); del cell.cell_contents; t(lambda: cell.cell_contents); print(types.CellType()==cell); t(types.CellType,1,2); print(re.sub('0x[0-9a-f]+','0x',repr(types.CellType(5))), re.sub('0x[0-9a-f]+','0x',repr(types.CellType()))); t(hash,cell)
