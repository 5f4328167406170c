# os.walk and os.scandir: order, pruning, links, errors, entries and their questions.
import os

top = f'/tmp/viv-os-walk-{os.getpid()}'
for folder in ('a/b', 'a/c', 'd'):
    os.makedirs(os.path.join(top, folder))
for name in ('x', 'a/y', 'a/b/z', 'd/w'):
    with open(os.path.join(top, name), 'w') as f:
        f.write(name)
os.symlink('a', top + '/link')
os.symlink('nowhere', top + '/broken')
os.chdir(top)


def show(walk):
    for folder, folders, files in walk:
        folders.sort()
        print(folder, folders, sorted(files))


show(os.walk('.'))
show(os.walk(b'a'))
print([folder for folder, _, _ in os.walk('a', topdown=False)][-1])
show(os.walk('.', followlinks=True))
for folder, folders, files in os.walk('.'):
    if folder == '.':
        folders[:] = ['d']
    print('pruned', folder, sorted(files))
errors = []
print(list(os.walk('nope', onerror=errors.append)), errors)
print(list(os.walk('nope')))
entries = sorted(os.scandir(), key=lambda entry: entry.name)
for entry in entries:
    print(entry, entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_dir(follow_symlinks=False),
          entry.is_file(follow_symlinks=False), os.fspath(entry), entry.inode() == os.lstat(entry.path).st_ino)
for entry in entries:
    try:
        print(entry.name, entry.stat().st_size == os.stat(entry.path).st_size, entry.stat(follow_symlinks=False).st_ino == entry.inode())
    except OSError as error:
        print(entry.name, type(error).__name__, error)
print(sorted(entry.path for entry in os.scandir(b'a')), sorted(entry.path for entry in os.scandir(top + '/a/')) == [top + '/a/b', top + '/a/c', top + '/a/y'])
with os.scandir('a') as iterator:
    print(next(iterator).name in ('b', 'c', 'y'))
print(list(iterator))
iterator = os.scandir('.')
iterator.close()
iterator.close()
print(list(iterator), type(iterator))
try:
    os.DirEntry()
except TypeError as error:
    print(error)
descriptor = os.open('a', os.O_RDONLY)
print(sorted(os.listdir(descriptor)), sorted(entry.path for entry in os.scandir(descriptor)))
for folder, folders, files, fd in os.fwalk('a'):
    print(folder, sorted(folders), sorted(files), os.fstat(fd).st_ino == os.stat(folder).st_ino)
print(os.stat('y', dir_fd=descriptor).st_size)
os.close(descriptor)
for folder, folders, files in os.walk(top, topdown=False):
    for name in files:
        os.remove(os.path.join(folder, name))
    for name in folders:
        place = os.path.join(folder, name)
        os.remove(place) if os.path.islink(place) else os.rmdir(place)
os.chdir('/')
os.rmdir(top)
