# OSError makes the subclass that the number asks for; the errno module names them.
import errno
import os


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for name in ('ENOENT', 'EEXIST', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EAGAIN', 'EPIPE', 'ECHILD', 'EINTR', 'ESRCH', 'ETIMEDOUT', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'ESHUTDOWN', 'EALREADY', 'EINPROGRESS', 'EIO', 'ENOSPC', 'ENOTEMPTY'):
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number), 'file', None, 'other')
    print(name, number, errno.errorcode[number], type(error).__name__, error, error.args, error.filename, error.filename2)
print(repr(OSError(2, 'text')), str(OSError(2, 'text')), OSError('only').errno, OSError(2, 'text', 'name').args)
error = BlockingIOError(11, 'text', 5)
print(error, error.characters_written, error.filename, error.args)
error.characters_written = 7
print(error.characters_written)
attempt(lambda: BlockingIOError(11, 'text').characters_written)
attempt(lambda: OSError(11, 'text', 5).characters_written)
print(type(OSError(11, 'text', 5)).__name__, FileNotFoundError(17, 'kept').errno)
