# sys.unraisablehook and sys.excepthook set by the script.
import sys
class A:
    def __del__(self): raise ValueError('d')
def hook(u): print('hook', u.exc_type, u.exc_value, u.err_msg, u.object.__qualname__, type(u).__name__, u.exc_traceback is not None)
sys.unraisablehook=hook
A()
del sys.unraisablehook
sys.unraisablehook=sys.__unraisablehook__
def eh(t,v,tb): print('eh',t,v,tb.tb_lineno)
sys.excepthook=eh
try: 1/0
except: print(sys.exc_info()[0], sys.exception())
print(sys.exc_info(), sys.exception())
raise KeyError('last')
