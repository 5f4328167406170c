# locals() in a class body is its namespace, whatever free names pass through it.
def f():
    a = 1
    class C:
        x = 2
        print(sorted(k for k in vars() if len(k) == 1), sorted(k for k in locals() if len(k) == 1))
        print(vars().get('x'), 'a' in vars(), eval('x'))
        try: print(eval('a'))
        except NameError as e: print(e)
        exec('y = 5')
        print(y)
        def m(self): return a
    print(sorted(k for k in vars(C) if len(k) == 1))
f()
def g():
    a = 1
    class C:
        c = 3
        print((lambda: a)())
        print([vars() is locals(), sorted(k for k in vars() if len(k) == 1)])
        def n(self, q=lambda: 0):
            nonlocal a
            a = 3
    C().n()
    print(a)
g()
