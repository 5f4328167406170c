def check(x):
    assert x > 0, f"x was {x}"

check(1)
check(-1)
