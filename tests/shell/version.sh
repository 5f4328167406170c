"$VIV" -V | grep -c 'Python 3.13'
"$VIV" --version | grep -c 'Python 3.13'
