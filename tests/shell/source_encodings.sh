dir=$(mktemp -d); cd "$dir"
for name in utf-16 utf_32 utf-16-le nope latin-1 iso-8859-15; do
    printf '# coding: %s\nprint(ascii("\351"))\n' $name > source.py
    "$VIV" source.py 2>&1 | tail -n 1
done
rm -r "$dir"
