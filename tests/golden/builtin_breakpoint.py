# breakpoint(), sys.breakpointhook, PYTHONBREAKPOINT.
import os
import sys
import warnings

print(sys.breakpointhook is sys.__breakpointhook__, breakpoint.__name__, sys.breakpointhook.__name__)


def called(*args, **kwargs):
    print('called', args, kwargs)
    return 'answer'


print('--- a hook')
sys.breakpointhook = called
print(breakpoint(), breakpoint(1, 2, three=3))
sys.breakpointhook = lambda: None
try:
    breakpoint(1)
except TypeError as error:
    print(error)
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as error:
    print(error)
sys.breakpointhook = sys.__breakpointhook__

print('--- the environment')
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint(1, 2))
os.environ['PYTHONBREAKPOINT'] = 'int'
print(breakpoint('7') + 1, sys.__breakpointhook__('ff', base=16))
os.environ['PYTHONBREAKPOINT'] = 'os.path.join'
print(breakpoint('a', 'b'))
os.environ['PYTHONBREAKPOINT'] = '__main__.called'
print(breakpoint(4, k=5))

print('--- what cannot be imported')
for name in '.', '..', '.foo', 'foo.', '.int', 'int.', '/./', 'nosuchbuiltin', 'nosuchmodule.f', 'os.nothing':
    os.environ['PYTHONBREAKPOINT'] = name
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        print(breakpoint(), [(w.category.__name__, str(w.message)) for w in caught])
warnings.simplefilter('error')
try:
    breakpoint()
except RuntimeWarning as error:
    print('raised', error)
