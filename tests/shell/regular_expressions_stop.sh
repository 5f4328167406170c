# differs: the limits are Vivarium's own
"$VIV" --max-steps 3000 -c '
import re
re.search("(a+)+$", "a" * 60 + "!")' 2>&1 | tail -n 1
"$VIV" --max-memory 60M -c '
import re
try:
    print(len(re.findall("a", "a" * 100000)))
    re.match("((?:a|b)|(c))*?d", "ab" * 3000000)
    print("matched")
except MemoryError:
    print("MemoryError")
print(re.match("a+", "aaa").end())' 2>&1 | tail -n 2
# The timer starts inside the try block, so that it cannot go off before somebody waits for it.
"$VIV" -c '
import re
import signal
signal.signal(signal.SIGALRM, signal.default_int_handler)
try:
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    re.search("(x+x+)+y", "x" * 60 + "z" * 3 + "y")
    re.search("(?:x|xx)+(?<=y)", "x" * 90)
    print("not stopped")
except KeyboardInterrupt:
    print("stopped")'
