# differs: CPython's constant tables hold the literal too (README, "Where viv differs")
cd "$(dirname "$0")/../../scripts/tutorial"
script=7-reference-counting.py
"$VIV" $script | tr '\n' ' '; echo file
"$VIV" -c "$(cat $script)" | tr '\n' ' '; echo -c
"$VIV" < $script | tr '\n' ' '; echo stdin
"$VIV" - < $script | tr '\n' ' '; echo dash
{ echo 'def f():'; sed 's/^/    /' $script; echo 'f()'; } > /tmp/viv-count.$$.py
"$VIV" /tmp/viv-count.$$.py | tr '\n' ' '; echo function
"$VIV" --narrate $script | head -n 3 | tr '\n' ' '; echo watched
"$VIV" -i -q < $script 2>/dev/null | tr '\n' ' '; echo prompt
rm /tmp/viv-count.$$.py
"$VIV" -c 'l = []
l.append(l)
del l
import gc
print(gc.collect())'
"$VIV" 8-gc-module.py
