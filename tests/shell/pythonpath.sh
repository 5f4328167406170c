# PYTHONPATH's folders come behind the script's, made absolute; -E ignores them.
folder=$(mktemp -d); mkdir "$folder/lib" "$folder/other"; cd "$folder"
echo 'print("found", __name__)' >lib/found_there.py
echo 'import found_there, sys; print(sys.path[1:3] == [sys.path[0] + "/lib", "/nowhere"])' >script.py
PYTHONPATH=lib:/nowhere "$VIV" script.py
PYTHONPATH=lib "$VIV" -c 'import found_there'
PYTHONPATH=lib "$VIV" -E -c 'import found_there' 2>&1 | tail -n 1
cd other; PYTHONPATH=:../lib "$VIV" -c 'import sys, os; print([os.path.realpath(p) == p or p for p in sys.path[1:2]], sys.path[0] == "")
import found_there'
cd /; rm -r "$folder"
