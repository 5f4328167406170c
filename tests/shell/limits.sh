# differs: these options are Vivarium's own
"$VIV" --max-steps 1000 -c 'while True: pass' 2>&1 | tail -n 1
"$VIV" --max-steps 1000 -c '
while True:
    try:
        while True: pass
    except RuntimeError: pass
' 2>&1 | tail -n 1
"$VIV" --max-memory 50M -c '
try:
    x = [0] * 10**8
except MemoryError:
    print("MemoryError caught")
l = []
try:
    while True: l.append("x" * 100000)
except MemoryError:
    n = len(l); del l
    print("stopped", 100 < n < 600)
'
"$VIV" --max-memory=8M -c 'x = bytearray(10**8)' 2>&1 | tail -n 1
for code in '1 << 10**12' "'x' * 2**62" "f'{1:{10**12}}'" '[0] * 2**62' "b'x' * 2**62" '(1,) * 2**62' "'%1000000000000d' % 1" "'x'.ljust(10**18)" '2 ** 10**12' 'bytearray(2**62)' 'range(10**30)[10**29]' "'a'.replace('', 'b' * 2**40)"; do
    timeout 10 "$VIV" -c "
try:
    $code
    print('made it')
except (MemoryError, OverflowError, ValueError) as e:
    print(type(e).__name__)
"
done
"$VIV" --max-steps; echo $?
"$VIV" --max-memory x -c 1; echo $?
"$VIV" --check-heap -c 'x = []; x.append(x)'; echo $?
