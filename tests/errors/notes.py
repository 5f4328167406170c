try:
    raise ValueError("broken")
except ValueError as e:
    e.add_note("while doing this")
    e.add_note("two\nlines")
    raise
