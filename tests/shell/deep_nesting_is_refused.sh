dir=$(mktemp -d); cd "$dir"
"$VIV" -c '
open("brackets.py", "w").write("(" * 10000 + ")" * 10000)
open("minus.py", "w").write("x = 1\ny = " + "-" * 100000 + "x\n")
'
"$VIV" brackets.py 2>&1 | tail -n 1
"$VIV" minus.py 2>&1 | tail -n 1
rm -r "$dir"
