def f():
    x = [1, 2, 3]
    return x


print(f())
import sys
try:
    sys.exit()
except SystemExit as e:
    print(repr(e.code))
