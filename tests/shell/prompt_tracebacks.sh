# A traceback at the prompt quotes the input that the code came from, also after others have followed.
printf 'def f(a):\n  return 1 / a\n\nx = [1,\n2]\nf(0)\nx[5] + 1\n' | "$VIV" -i -q
