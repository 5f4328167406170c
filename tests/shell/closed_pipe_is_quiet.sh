"$VIV" -c '
try:
    for i in range(100000): print(i)
except BrokenPipeError:
    import sys
    sys.stdout = None
' | head -n 2
