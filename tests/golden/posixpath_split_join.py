# os.path: taking names apart and putting them together.
import os.path
import posixpath
import os

print(os.path is posixpath)
PATHS = ('', '/', '//', '///', 'a', 'a/', '/a', '/a/', 'a/b', '/a/b', '//a//b//', '///a', 'a//b', './a', '../a', 'a/..', 'a/../b', '/..', '/../a', '//..', 'a/./b/.', 'a/b/../../..', '...',
         '.a', '..a', 'a.b', '.a.b', 'a.b.c', 'a.', 'a..', '...a', '/x.y/z', 'a.b/', '/a/.b', 'caf\xe9.txt')
for path in PATHS:
    print(ascii(path), os.path.split(path), os.path.splitext(path), os.path.splitroot(path), os.path.splitdrive(path), os.path.basename(path), os.path.dirname(path),
          os.path.normpath(path), os.path.isabs(path), os.path.normcase(path)) if path.isascii() else print(os.path.splitext(path)[1])
    data = os.fsencode(path)
    assert os.path.split(data) == tuple(map(os.fsencode, os.path.split(path)))
    assert os.path.splitext(data) == tuple(map(os.fsencode, os.path.splitext(path)))
    assert os.path.normpath(data) == os.fsencode(os.path.normpath(path))
for parts in (('a',), ('a', 'b'), ('a/', 'b'), ('a', '/b'), ('a', 'b', '/c', 'd'), ('', 'a'), ('a', ''), ('a', '', 'b'), ('/', 'a'), ('a', '.', '..'), ('', ''), (b'a', b'b'), (b'/', b'', b'c')):
    print(parts, os.path.join(*parts))
for parts in (('a', b'b'), (b'a', 'b'), ('a', 5), (5, 'a'), ('a', None), ([], 'a'), ('a', 'b', bytearray())):
    try:
        print(os.path.join(*parts))
    except TypeError as error:
        print(parts, error)
try:
    os.path.join()
except TypeError as error:
    print(error)
for paths in ([], ['/usr/lib', '/usr/local'], ['a', 'b'], ['abc', 'abd'], ['a'], [b'ab', b'ac'], ['/', ''], [['a', 'b'], ['a', 'c']], ('x/y', 'x/z')):
    print(paths, os.path.commonprefix(paths))
for paths in ([], ['/usr/lib', '/usr/local'], ['a', 'b'], ['a/b', 'a/c'], ['a/b', '/a'], ['a//b/./c', 'a/b'], [b'/a/b', b'/a'], ['/a', b'/a'], ['a'], ['/', '/a'], ['', 'a'], [5], iter(['a/b', 'a'])):
    try:
        print(os.path.commonpath(paths))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for path, start in (('a', '.'), ('a', 'b'), ('/a/b', '/a/c/d'), ('/a', '/'), ('/', '/a/b'), ('.', '.'), ('a/b', 'a/b'), (b'/x/y', b'/x'), ('/a/../b', '/b/c')):
    print(path, start, os.path.relpath(path, start))
for path, start in (('', None), ('a', b'b'), (b'a', 'b'), (5, 'a')):
    try:
        print(os.path.relpath(path, start))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(os.path.curdir, os.path.pardir, os.path.extsep, os.path.sep, os.path.pathsep, os.path.altsep, os.path.devnull, os.path.supports_unicode_filenames)
print(os.path.abspath('/a/../b'), os.path.abspath('x') == os.getcwd() + '/x', os.path.abspath(b'/a//b'))
