# differs: the narration is Vivarium's own
cd "$(dirname "$0")/../../scripts/tutorial"
"$VIV" --narrate 3-garbage-collector.py | sed -E "s/object #[0-9]+/object #N/"
