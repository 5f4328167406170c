# differs: bytecode is Vivarium's own; tokens and trees are compared by scripts/compare-ast
dir=$(mktemp -d); cd "$dir"
printf 'def f(x):\n    return [y + 1 for y in x if y] or None\n\nclass A(B, metaclass=M):\n    z: int = 3\n\nfor i in range(10):\n    print(f"{i!r:>{i}} text", *a, **k)\n' > s.py
"$VIV" tokens s.py | head -n 20
"$VIV" ast s.py | head -n 30
"$VIV" dis s.py | sed -E 's/ at 0x[0-9a-f]+//'
printf 'x = = 1\n' > bad.py
"$VIV" ast bad.py; echo $?
"$VIV" dis bad.py; echo $?
"$VIV" tokens missing.py; echo $?
printf 'print(1)\n' > ./ast
"$VIV" ./ast
"$VIV" dis; echo $?
rm -r "$dir"
