try:
    int("x")
except ValueError:
    raise LookupError("gone") from None
