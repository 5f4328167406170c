# os: making, renaming, linking, listing and removing files and directories, and the errors of each.
import errno
import os


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


def remove_tree(top):
    for folder, folders, files in os.walk(top, topdown=False):
        for name in files:
            os.remove(os.path.join(folder, name))
        for name in folders:
            place = os.path.join(folder, name)
            os.remove(place) if os.path.islink(place) else os.rmdir(place)
    os.rmdir(top)


top = f'/tmp/viv-os-files-{os.getpid()}'
os.mkdir(top)
os.chdir(top)
attempt(os.mkdir, 'a/b/c')
os.makedirs('a/b/c')
attempt(os.makedirs, 'a/b/c')
os.makedirs('a/b/c', exist_ok=True)
attempt(os.mkdir, 'a')
with open('f.txt', 'w') as f:
    f.write('hello')
attempt(os.makedirs, 'f.txt', exist_ok=True)
attempt(os.makedirs, 'f.txt/x')
for wrong in ('nope', 'nope/x', 'f.txt/x', b'nope', 'a\0b', 5.5, None, [1], 99999, ''):
    attempt(os.stat, wrong)
for function in (os.lstat, os.rmdir, os.remove, os.unlink, os.readlink, os.mkdir):
    attempt(function, 5)
    attempt(function, 'nope/nope')
attempt(os.listdir, 5.5)
attempt(os.listdir, 'nope')
attempt(os.listdir, 'f.txt')
attempt(os.scandir, 'nope')
attempt(os.chdir, None)
attempt(os.chdir, 'f.txt')
attempt(os.rename, 'nope', 'x')
attempt(os.rename, 5, 'x')
attempt(os.rename, 'a', 6)
attempt(os.replace, 'nope', b'x')
attempt(os.remove, 'a')
attempt(os.rmdir, 'a')
attempt(os.rmdir, 'f.txt')
attempt(os.readlink, 'f.txt')
os.symlink('f.txt', 'ln')
attempt(os.symlink, 'f.txt', 'ln')
print(os.readlink('ln'), os.readlink(b'ln'), os.path.islink('ln'), os.lstat('ln').st_mode == os.stat('ln').st_mode)
os.symlink('nowhere', 'broken')
print(os.path.exists('broken'), os.path.lexists('broken'))
os.link('f.txt', 'hard')
print(os.stat('hard').st_nlink, os.path.samefile('hard', 'f.txt'))
attempt(os.link, 'nope', 'x')
print(sorted(os.listdir()), sorted(os.listdir('.')), sorted(os.listdir(b'.')), os.listdir('a'))
os.rename('hard', 'a/moved')
os.replace('a/moved', 'hard')
os.renames('hard', 'q/r/s')
print(os.path.exists('q/r/s'), os.path.exists('hard'))
os.removedirs('a/b/c')
print(os.path.exists('a'))
try:
    os.rename('nope', 'b')
except OSError as error:
    print(error.errno == errno.ENOENT, error.strerror, error.filename, error.filename2, error.args, error)
try:
    os.stat('nope')
except OSError as error:
    print(error.errno, error.strerror, error.filename, error.filename2, type(error).__name__, error.args)
print(errno.errorcode[errno.ENOENT], os.strerror(errno.EACCES))
os.chdir('/')
remove_tree(top)
print(os.path.exists(top), os.getcwd(), os.getcwdb())
