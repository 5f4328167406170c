# Files by number: open, read, write, seek, pipe, dup, fdopen.
import os
import stat


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, str(error).replace(str(os.getpid()), 'PID'))


name = f'/tmp/viv-os-descriptors-{os.getpid()}'
fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
print(os.write(fd, b'abcdef'), os.lseek(fd, 2, os.SEEK_SET), os.read(fd, 2), os.read(fd, 100), os.read(fd, 5))
print(os.fstat(fd).st_size, oct(os.fstat(fd).st_mode), stat.S_ISREG(os.fstat(fd).st_mode))
os.ftruncate(fd, 3)
print(os.pread(fd, 10, 0), os.pread(fd, 10, 2), os.pwrite(fd, bytearray(b'XY'), 1), os.pread(fd, 10, 0), os.lseek(fd, 0, os.SEEK_END))
attempt(os.write, fd, 'a')
attempt(os.write, fd, 5)
attempt(os.read, fd, -1)
attempt(os.lseek, fd, -1, os.SEEK_SET)
attempt(os.lseek, fd, 0, 77)
attempt(os.pread, fd, 5, -1)
other = os.dup(fd)
print(other != fd, os.get_inheritable(other), os.fstat(other).st_ino == os.fstat(fd).st_ino)
os.set_inheritable(other, True)
print(os.get_inheritable(other), os.get_blocking(other), os.isatty(other))
os.close(fd)
for function, arguments in ((os.close, ()), (os.read, (1,)), (os.write, (b'a',)), (os.fstat, ()), (os.dup, ()), (os.fsync, ()), (os.isatty, ()), (os.get_inheritable, ())):
    attempt(function, fd, *arguments)
attempt(os.close, 'a')
attempt(os.close, 2**40)
attempt(os.open, name, os.O_CREAT | os.O_EXCL)
attempt(os.open, 5, 0)
attempt(os.open, name, 'r')
attempt(os.open, '/nope/x', os.O_RDONLY)
attempt(os.fsync, object())
os.lseek(other, 0, os.SEEK_SET)
with os.fdopen(other, 'rb') as f:
    print(f.read(), f.fileno() == other, f.name == other, f.mode)
attempt(os.fdopen, 'a')
r, w = os.pipe()
print(os.write(w, b'through the pipe'), os.read(r, 7), os.read(r, 100))
attempt(os.lseek, r, 0, 0)
os.set_blocking(r, False)
attempt(os.read, r, 1)
os.close(w)
print(os.read(r, 10))
os.close(r)
r, w = os.pipe()
os.close(r)
attempt(os.write, w, b'nobody reads')
os.close(w)
with open(name, 'w') as f:
    saved = os.dup(f.fileno())
    os.write(saved, b'first ')
    f.write('second')
    f.flush()
    os.close(saved)
print(open(name).read())
os.truncate(name, 5)
print(os.path.getsize(name))
os.chmod(name, 0o640)
print(stat.filemode(os.stat(name).st_mode), oct(stat.S_IMODE(os.stat(name).st_mode)))
print(os.access(name, os.R_OK), os.access(name + 'x', os.F_OK))
os.utime(name, (1000, 2000.5))
status = os.stat(name)
print(status.st_atime, status.st_mtime, status.st_mtime_ns, status[8], status[stat.ST_MTIME])
os.utime(name, ns=(5, -7))
print(os.stat(name).st_mtime_ns, os.stat(name).st_mtime)
for arguments, keywords in (((5,), {}), (((1, 2),), {'ns': (1, 2)}), ((('a', 2),), {}), (((1,),), {}), ((), {'ns': (1,)}), (((1, float('nan')),), {})):
    attempt(os.utime, name, *arguments, **keywords)
os.remove(name)
