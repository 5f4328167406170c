# os.environ, os.environb, getenv, putenv and the shell that sees them.
import os


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


os.environ['VIV_TEST'] = 'one'
print(os.environ['VIV_TEST'], os.getenv('VIV_TEST'), os.getenv('VIV_NOPE'), os.getenv('VIV_NOPE', 5), 'VIV_TEST' in os.environ, 'VIV_NOPE' in os.environ)
print(os.environb[b'VIV_TEST'], os.getenvb(b'VIV_TEST'), os.system('test "$VIV_TEST" = one'), os.system('exit 3'))
os.environb[b'VIV_TEST'] = b'\xff'
print(ascii(os.environ['VIV_TEST']))
os.environ['VIV_TEST'] = '\u20ac'
print(os.environb[b'VIV_TEST'])
del os.environ['VIV_TEST']
attempt(lambda: os.environ['VIV_TEST'])
attempt(os.environ.__delitem__, 'VIV_TEST')
attempt(os.environ.__setitem__, 'a', 5)
attempt(os.environ.__setitem__, 5, 'a')
attempt(os.environ.__getitem__, 5)
attempt(os.environ.__setitem__, 'a=b', 'a')
attempt(os.environ.__setitem__, '', 'a')
attempt(os.environ.__setitem__, 'a\0b', 'a')
attempt(os.environb.__setitem__, 'a', b'a')
attempt(os.environ.pop, 'VIV_NOPE', None)
attempt(os.environ.pop, 'VIV_NOPE')
print(os.environ.setdefault('VIV_TEST', 'q'), os.environ.setdefault('VIV_TEST', 'r'), os.environ.pop('VIV_TEST'), os.environ.get('VIV_TEST'))
os.environ.update({'VIV_A': '1', 'VIV_B': '2'})
print({k: v for k, v in os.environ.items() if k.startswith('VIV_')})
copy = os.environ.copy()
print(type(copy), copy['VIV_A'], type(os.environ | {'x': 'y'}), ({'VIV_A': 'z'} | os.environ)['VIV_A'], type({} | os.environ))
os.environ |= {'VIV_A': '3'}
print(os.environ['VIV_A'], os.system('test "$VIV_A$VIV_B" = 32'))
print(repr(os.environ).startswith('environ({'), len(os.environ) == len(list(os.environ)), isinstance(os.environ, dict))
attempt(lambda: os.environ | 5)
os.putenv('VIV_C', 'c')
print('VIV_C' in os.environ, os.system('test "$VIV_C" = c'))
os.unsetenv('VIV_C')
print(os.system('test -z "$VIV_C"'))
attempt(os.putenv, 'a=b', 'c')
attempt(os.putenv, 5, 'c')
print(os.get_exec_path({'PATH': 'a:b'}), os.get_exec_path({}), os.get_exec_path({b'PATH': b'x:y'}))
attempt(os.get_exec_path, {'PATH': 'a', b'PATH': b'b'})
print(os.path.expandvars('$VIV_A/${VIV_B}x$VIV_NOPE ${VIV_NOPE} $ $$VIV_A ${ a$'), os.path.expandvars(b'$VIV_A'))
print(os.sep, repr(os.linesep), os.name, os.curdir, os.pardir, os.extsep, os.altsep, os.pathsep, os.devnull, os.defpath)
print(os.waitstatus_to_exitcode(256), os.waitstatus_to_exitcode(9))
print(os.urandom(0), len(os.urandom(5)), os.getpid() > 0, os.getpid() != os.getppid(), os.cpu_count() > 0, os.error is OSError)
attempt(os.urandom, -1)
attempt(os.urandom, 'x')
print(os.terminal_size((3, 4)), os.terminal_size((3, 4)).columns, os.stat_result(range(10)).st_mtime, os.stat_result(range(10)))
attempt(os.terminal_size, (1,))
attempt(os.stat_result, (1,) * 5)
