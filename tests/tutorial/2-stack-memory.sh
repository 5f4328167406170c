# differs: the narration is Vivarium's own
cd "$(dirname "$0")/../../scripts/tutorial"
"$VIV" --narrate 2-stack-memory.py | sed -E "s/object #[0-9]+/object #N/"
