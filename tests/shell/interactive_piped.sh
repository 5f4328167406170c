printf 'x = 3\nx * 2\ndef f():\n    return "hi"\n\nf()\nNone\n1/0\nprint("on")\n_\n' | "$VIV" -i -q 2>/dev/null
