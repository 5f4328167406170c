"$VIV" -c 'raise KeyboardInterrupt' 2>/dev/null
echo $?
"$VIV" -c '
try:
    raise KeyboardInterrupt
except KeyboardInterrupt:
    print("caught")
'
echo $?
