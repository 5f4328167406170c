timeout --preserve-status -s INT 1 "$VIV" -c 'print("go", flush=True)
while True: pass' 2>/dev/null
echo $?
timeout --preserve-status -s INT 1 "$VIV" -c '
try:
    while True: pass
except KeyboardInterrupt:
    print("caught")
'
echo $?
