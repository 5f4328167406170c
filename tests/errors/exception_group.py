def make():
    raise ExceptionGroup("several", [ValueError("one"), TypeError("two"), ExceptionGroup("inner", [OSError(2, "gone")])])

make()
