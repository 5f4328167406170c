class Manager:
    def __enter__(self):
        return self
    def __exit__(self, *details):
        raise OSError("cannot close")

with Manager():
    raise ValueError("first")
