# What `_` holds is finalized at exit, while print still works.
printf 'class Last:\n  def __repr__(self): return "Last"\n  def __del__(self): print("finalized")\n\nLast()\n' | "$VIV" -i -q 2>/dev/null
