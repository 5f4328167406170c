"$VIV" -c '
import atexit, sys
def fails():
    print("fails")
    1 / 0
def registers():
    atexit.register(print, "registered at exit")
print(atexit.register(fails) is fails)
atexit.register(registers)
atexit.register(print, "bye", "now", sep="-")
atexit.register(print, "never")
atexit.unregister(atexit.unregister)
for wrong in (), (5,):
    try:
        atexit.register(*wrong)
    except TypeError as error:
        print(error)
def never(): print("never")
atexit.register(never)
atexit.unregister(never)
class Equal:
    def __eq__(self, other): raise ValueError("compared")
    def __call__(self): print("called")
atexit.register(Equal())
try:
    atexit.unregister(1)
except ValueError as error:
    print(error)
atexit._clear()
atexit.register(print, "after clearing")
atexit.register(fails)
atexit.register(registers)
' 2>/dev/null
echo "status $?"
"$VIV" -c '
import atexit, sys
atexit.register(sys.exit, 3)
atexit.register(print, "first")
' 2>/dev/null
echo "status $?"
