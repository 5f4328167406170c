# Entries of scandir(descriptor) can be asked after the iterator is over: the descriptor is the caller's.
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    for name in "abc":
        with open(os.path.join(folder, name), "w") as file:
            file.write(name * 3)
    os.symlink("a", os.path.join(folder, "link"))
    descriptor = os.open(folder, os.O_RDONLY)
    for entry in sorted(os.scandir(descriptor), key=lambda entry: entry.name):
        print(entry.name, entry.is_file(), entry.is_symlink(), entry.stat().st_size)
    os.close(descriptor)
    try:
        entry.stat(follow_symlinks=False)
    except OSError as error:
        print(type(error).__name__)
