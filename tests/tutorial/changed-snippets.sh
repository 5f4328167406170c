# differs: the narration is Vivarium's own
# Another string and one more alias change sentence and count.
dir=$(mktemp -d); cd "$dir"
printf 'text = "Another string"\nalias = text\nthird = alias\ntext = None\ndel alias\nthird = 1\n' > changed.py
"$VIV" --narrate changed.py | sed -E "s/object #[0-9]+/object #N/"
rm -r "$dir"
