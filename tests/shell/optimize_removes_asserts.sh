"$VIV" -O -c 'assert 0; print("kept going", __debug__)'
"$VIV" -c 'print(__debug__)'
"$VIV" -OO -c 'def f():
    "doc"
print(f.__doc__)'
