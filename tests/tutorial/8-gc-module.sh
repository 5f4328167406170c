# differs: the narration is Vivarium's own
cd "$(dirname "$0")/../../scripts/tutorial"
"$VIV" --narrate 8-gc-module.py | sed -E "s/object #[0-9]+/object #N/"
