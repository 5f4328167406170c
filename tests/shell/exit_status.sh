"$VIV" -c 'import sys; sys.exit()'; echo $?
"$VIV" -c 'import sys; sys.exit(7)'; echo $?
"$VIV" -c 'import sys; sys.exit(300)'; echo $?
"$VIV" -c 'import sys; sys.exit(-1)'; echo $?
"$VIV" -c 'raise SystemExit'; echo $?
"$VIV" -c 'import sys; sys.exit(None)'; echo $?
"$VIV" -c 'import sys; sys.exit("message")'; echo $?
"$VIV" -c 'import sys; sys.exit([1, 2])'; echo $?
"$VIV" -c 'exit(3)' 2>/dev/null; echo $?
"$VIV" -c '1/0' 2>/dev/null; echo $?
"$VIV" -c 'x =' 2>/dev/null; echo $?
"$VIV" /no/such/file.py 2>/dev/null; echo $?
"$VIV" -Z 2>/dev/null; echo $?
"$VIV" -c 2>/dev/null; echo $?
