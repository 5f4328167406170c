# What locals(), vars(), dir() and eval() see inside comprehensions of modules, classes and functions.
import sys
y = 5
print([locals() for x in [1]])
print([sorted(vars()) for x in [1]])
print([eval("x + y") for x in [1, 2]])
[exec("y = x; z = 9") for x in [7]]
print(y, 'z' in globals())
print([(x, y2) for x in [1] for y2 in [eval("x")]])
print([dir() for x in [1]])
print([[locals() for a in [3]] for x in [1]])
print([(lambda: locals())() for x in [1]])
print([globals() is locals() for x in [1]])
class C:
    v = 1
    print([sorted(locals()) for x in [1]])
    print([eval("x") for x in [1]])
    print([sorted(sys._getframe().f_locals) for x in [1]])
    try: print([eval("v") for x in [1]])
    except NameError as e: print(e)
print([x for x in [1] if locals()['x']])
print({x: eval('x') for x in 'ab'}, {eval('x') for x in 'a'}, list(eval('x') for x in 'ab'))
def f():
    q = 3
    print([sorted(locals()) for x in [1]], sorted(locals()))
    print([eval("q + x") for x in [1]])
f()
exec("print([locals() for x in [1]])", {"k": 1}, {"m": 2})
