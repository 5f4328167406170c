# The stat module: kinds and permission bits as text and as answers.
import stat
import os

for mode in (0o100644, 0o100755, 0o040755, 0o120777, 0o010600, 0o140777, 0o020620, 0o060660, 0o104755, 0o102755, 0o041777, 0o104644, 0o102644, 0o041776, 0, 0o777):
    print(oct(mode), stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)), [name for name in dir(stat) if name.startswith('S_IS') and name not in ('S_ISUID', 'S_ISGID', 'S_ISVTX') and getattr(stat, name)(mode)])
print(stat.ST_MODE, stat.ST_SIZE, stat.ST_MTIME, oct(stat.S_IRWXU), oct(stat.S_IXOTH), stat.S_IFREG == 0o100000)
print(stat.S_ISDIR(os.stat('/').st_mode), stat.S_ISCHR(os.stat('/dev/null').st_mode), stat.S_ISREG(os.stat('/').st_mode))
status = os.stat('/')
print(status[stat.ST_MODE] == status.st_mode, len(status), status == tuple(status), status[:2] == (status.st_mode, status.st_ino), isinstance(status, tuple))
try:
    status.nope
except AttributeError as error:
    print(error)
