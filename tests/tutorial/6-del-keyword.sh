# differs: the narration is Vivarium's own
cd "$(dirname "$0")/../../scripts/tutorial"
"$VIV" --narrate 6-del-keyword.py | sed -E "s/object #[0-9]+/object #N/"
