# What the code around generic functions and classes is called.
import sys
class G[T: sys._getframe().f_code.co_name]:
    print(sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe(1).f_code.co_qualname)
def h():
    class I[T]:
        print(sys._getframe(1).f_code.co_name, sys._getframe(1).f_code.co_qualname)
        def m[U](self, x: print(sys._getframe().f_code.co_qualname) = print(sys._getframe().f_code.co_qualname)): pass
    type X[T] = (sys._getframe().f_code.co_qualname)
    X.__value__ 
    print(X.__value__)
h()
