# os.path: questions about files, links resolved, home directories.
import os

top = f'/tmp/viv-path-files-{os.getpid()}'
os.mkdir(top)
os.chdir(top)
with open('file', 'wb') as f:
    f.write(b'12345')
os.mkdir('folder')
os.symlink('file', 'link')
os.symlink('folder', 'folder-link')
os.symlink('nowhere', 'broken')
os.symlink('loop2', 'loop1')
os.symlink('loop1', 'loop2')
os.symlink('self', 'self')
os.symlink('../file', 'folder/up')
os.symlink(top + '/folder', 'absolute')
for name in ('file', 'folder', 'link', 'folder-link', 'broken', 'loop1', 'self', 'folder/up', 'nope', 'a\0b', b'file', 'file/', 'absolute/up', ''):
    print(name, os.path.exists(name), os.path.lexists(name), os.path.isfile(name), os.path.isdir(name), os.path.islink(name), os.path.ismount(name))
    if '\0' not in os.fsdecode(name):
        real = os.path.realpath(name)
        print('   ', os.fsdecode(real).replace(top, 'TOP'), type(real).__name__)
for name in ('folder/..', 'folder-link/../file', './folder/./up', 'absolute/../link', 'folder/up/x', 'broken/x', 'loop1/x', '/', '//', '/..', 'nope/../file'):
    print(name, os.path.realpath(name).replace(top, 'TOP'))
    try:
        print('   ', os.path.realpath(name, strict=True).replace(top, 'TOP'))
    except OSError as error:
        print('   ', type(error).__name__, str(error).replace(top, 'TOP'))
print(os.path.getsize('file'), os.path.getmtime('file') == os.stat('file').st_mtime, os.path.getatime('file') > 0, os.path.getctime('file') > 0)
print(os.path.samefile('file', 'link'), os.path.samefile('file', 'folder'), os.path.samestat(os.stat('file'), os.stat('link')))
with open('file') as a, open('link') as b:
    print(os.path.sameopenfile(a.fileno(), b.fileno()))
for function in (os.path.getsize, os.path.getmtime):
    try:
        function('nope')
    except OSError as error:
        print(error)
try:
    os.path.samefile('file', 'nope')
except OSError as error:
    print(error)
print(os.path.ismount('/'), os.path.ismount('/tmp/..') in (True, False), os.path.exists(0), os.path.exists(9999), os.path.isjunction('file'), os.path.isdevdrive('file'))
os.environ['HOME'] = '/home/someone/'
print(os.path.expanduser('~'), os.path.expanduser('~/x'), os.path.expanduser(b'~/x'), os.path.expanduser('x~'), os.path.expanduser('~nosuchuser/x'), os.path.expanduser('~root') != '~root')
os.environ['HOME'] = '/'
print(os.path.expanduser('~'), os.path.expanduser('~/x'))
os.environ['HOME'] = ''
print(repr(os.path.expanduser('~')), os.path.expanduser('~/x'))
for name in os.listdir():
    if os.path.islink(name) or os.path.isfile(name):
        os.remove(name)
os.remove('folder/up')
os.rmdir('folder')
os.chdir('/')
os.rmdir(top)
