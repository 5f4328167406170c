dir=$(mktemp -d); cd "$dir"
printf 'value = 12\n' > s.py
printf 'value + 1\n' | "$VIV" -i s.py 2>/dev/null
rm -r "$dir"
