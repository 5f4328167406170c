# shutil and tempfile: copying, moving and removing trees; files and directories that vanish.
import os
import shutil
import stat
import tempfile


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, str(error).replace(top, 'TOP'))


with tempfile.TemporaryDirectory(prefix='viv-') as top:
    print(os.path.isdir(top), os.path.basename(top)[:4], oct(stat.S_IMODE(os.stat(top).st_mode)))
    os.chdir(top)
    os.makedirs('tree/inner')
    for name in ('tree/a.txt', 'tree/b.py', 'tree/inner/c.txt'):
        with open(name, 'w') as f:
            f.write(name)
    os.chmod('tree/a.txt', 0o640)
    os.symlink('a.txt', 'tree/link')
    print(shutil.copyfile('tree/a.txt', 'copy'), open('copy').read(), shutil.copy('tree/a.txt', 'tree/inner'), oct(stat.S_IMODE(os.stat('tree/inner/a.txt').st_mode)))
    attempt(shutil.copyfile, 'copy', 'copy')
    attempt(shutil.copyfile, 'nope', 'x')
    attempt(shutil.copyfile, 'copy', 'nope/x')
    print(shutil.copytree('tree', 'tree2'), sorted(os.listdir('tree2')), os.path.islink('tree2/link'))
    attempt(shutil.copytree, 'tree', 'tree2')
    print(shutil.copytree('tree', 'tree3', symlinks=True, ignore=lambda folder, names: [n for n in names if n.endswith('.py')]), sorted(os.listdir('tree3')), os.path.islink('tree3/link'))
    print(shutil.copytree('tree', 'tree2', dirs_exist_ok=True))
    print(shutil.move('copy', 'moved'), shutil.move('moved', 'tree'), os.path.exists('tree/moved'), shutil.move('tree3', 'tree2'), sorted(os.listdir('tree2')))
    attempt(shutil.move, 'tree/moved', 'tree')
    shutil.rmtree('tree2')
    print(os.path.exists('tree2'))
    attempt(shutil.rmtree, 'tree2')
    attempt(shutil.rmtree, 'tree/link')
    shutil.rmtree('nope', ignore_errors=True)
    shutil.rmtree('nope', onexc=lambda function, name, error: print(function.__name__, name, type(error).__name__))
    print(shutil.which('sh') is not None, shutil.which('no-such-program'), shutil.which('./tree/a.txt'), shutil.which('a.txt', mode=os.F_OK, path='nope:tree'))
    os.environ['COLUMNS'], os.environ['LINES'] = '123', '45'
    print(shutil.get_terminal_size())
    with tempfile.NamedTemporaryFile('w+', suffix='.txt', dir=top) as f:
        name = f.name
        f.write('text')
        f.seek(0)
        print(f.read(), os.path.exists(name), name.endswith('.txt'), os.path.dirname(name) == top)
    print(os.path.exists(name))
    with tempfile.TemporaryFile() as f:
        f.write(b'bytes')
        f.seek(0)
        print(f.read())
    fd, name = tempfile.mkstemp(b'.x', b'pre', os.fsencode(top))
    os.close(fd)
    print(type(name), os.path.basename(name)[:3], oct(stat.S_IMODE(os.stat(name).st_mode)))
    attempt(tempfile.mkstemp, '.x', b'pre')
    folder = tempfile.mkdtemp(dir=top)
    print(os.path.isdir(folder), tempfile.gettempprefix(), os.path.exists(tempfile.mktemp(dir=top)))
    os.chdir('/')
print(os.path.exists(top))
