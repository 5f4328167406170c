"$VIV" -c '
import sys
print("one")
print("two", file=sys.stderr)
print("three", flush=True)
sys.stderr.write("four\n")
sys.stdout.write("five")
' 2>&1
echo
"$VIV" -u -c '
import sys
print("one")
print("two", file=sys.stderr)
print("three")
' 2>&1
