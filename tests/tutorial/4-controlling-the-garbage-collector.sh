# differs: the narration is Vivarium's own
cd "$(dirname "$0")/../../scripts/tutorial"
"$VIV" --narrate 4-controlling-the-garbage-collector.py | sed -E "s/object #[0-9]+/object #N/"
