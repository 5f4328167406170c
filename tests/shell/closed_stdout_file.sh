"$VIV" -c 'print("x" * 10)' > /dev/full 2>/dev/null
echo $?
