# co_cellvars: parameters first, then the others by name.
def args(b, a, c):
    z = 0
    def i(): return a, b, z, y, c
    y = 1
    return i
print(args.__code__.co_cellvars, args.__code__.co_varnames, args(1,2,3).__code__.co_freevars)
def args(b, *c, a=1, **d):
    def i(): return a, b, c, d, zz, aa
    zz = aa = 1
print(args.__code__.co_cellvars, args.__code__.co_varnames)
