# open(): modes that cannot be, arguments of the wrong kind, files that are not there.
import os

top = '/nope'


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, str(error).replace(top, 'TOP'))


for mode in ('', 'x y', 'rw', 'rr', 'r+w', 'bt', 'rbt', 'U', 'rU', '+', 'b', 'tr+b', 5, None, b'r'):
    attempt(open, '/dev/null', mode)
for keywords in ({'encoding': 'utf-8'}, {'errors': 'strict'}, {'newline': ''}):
    attempt(open, '/dev/null', 'rb', **keywords)
for keywords in ({'encoding': 5}, {'errors': 5}, {'newline': 5}, {'newline': 'x'}, {'encoding': 'nope'}, {'buffering': 'x'}, {'buffering': 0}, {'closefd': False}, {'nope': 1}):
    attempt(open, '/dev/null', **keywords)
for name in ('/nope/x', '/', '', 'a\0b', 5.5, None, [], -1, 9999, b'/nope', '/dev/null/x', 'x' * 5000):
    try:
        open(name)
    except Exception as error:
        print(type(error).__name__, str(error)[:60])
attempt(open)
attempt(open, '/tmp', 'w')
attempt(open, '/nope/x', 'w')
attempt(open, '/dev/null', 'x')
for error in (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError, FileExistsError):
    print(error.__mro__[1].__name__, issubclass(error, IOError), OSError is EnvironmentError)
try:
    open('/nope/x')
except OSError as error:
    print(error.errno, error.strerror, error.filename, error.args)
