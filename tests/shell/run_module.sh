dir=$(mktemp -d); cd "$dir"
mkdir -p pk/sub plain
echo 'print("init", __name__, __package__)' > pk/__init__.py
echo 'import sys, os; print("main", __name__, repr(__package__), os.path.basename(__file__), len(sys.argv), sys.orig_argv[1:], __spec__.name, sys.argv[0] == __file__)' > pk/__main__.py
echo 'print("mod", __name__, __package__, __spec__.parent)' > pk/mod.py
: > pk/sub/__init__.py
echo 'print(repr(__package__))' > plain/__main__.py
for arguments in "-m pk a b" "-m pk.mod" "-m nope" "-m pk.nope" "-m nope.x" "-m pk.sub" "-m pk.mod.x" "-m .pk" "-m pk." "-m pk/mod" "-m pk.mod.py" "plain" "pk"; do
    echo "== $arguments"
    if [ "$arguments" = pk ]; then "$VIV" -c 'import sys; print(sys.orig_argv)' x | cut -d, -f2-; continue; fi
    "$VIV" $arguments 2>&1 | sed 's/^[^ :]*: \(No module\|Relative\|Error while\)/PROGRAM: \1/'
done
rm -r "$dir"
