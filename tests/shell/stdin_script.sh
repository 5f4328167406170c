printf 'import sys\nprint("from stdin", sys.argv)\n' | "$VIV" - x y
printf 'print("piped")\n' | "$VIV"
