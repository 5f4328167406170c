cd /
"$VIV" no_such_file.py 2>&1 | sed 's/^[^:]*: //'
"$VIV" -m no_such_module 2>&1 | sed 's/^[^:]*: //'
