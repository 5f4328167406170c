# What changes a bytearray: append, insert, extend, pop, remove, slices, in-place operators, clear, reverse.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def after(action, start=b'abcdef'):
    b = bytearray(start)
    try:
        result = action(b)
    except Exception as error:
        result = '%s: %s' % (type(error).__name__, error)
    print(repr(result), b)


for action in (lambda b: b.append(1), lambda b: b.append(256), lambda b: b.append(-1), lambda b: b.append('a'), lambda b: b.append(b'a'), lambda b: b.extend(b'xy'), lambda b: b.extend([1, 2]), lambda b: b.extend('xy'),
               lambda b: b.extend([1, 300]), lambda b: b.extend(5), lambda b: b.extend(b), lambda b: b.extend(x for x in b'pq'), lambda b: b.insert(0, 65), lambda b: b.insert(100, 65), lambda b: b.insert(-100, 65), lambda b: b.insert(1, 'x'),
               lambda b: b.insert(1, 256), lambda b: b.pop(), lambda b: b.pop(0), lambda b: b.pop(-2), lambda b: b.pop(99), lambda b: b.pop('x'), lambda b: b.remove(99), lambda b: b.remove(1), lambda b: b.remove(b'c'), lambda b: b.remove(300),
               lambda b: b.reverse(), lambda b: b.clear(), lambda b: b.copy() is b, lambda b: b.__setitem__(0, 65), lambda b: b.__setitem__(-1, 65), lambda b: b.__setitem__(9, 65), lambda b: b.__setitem__(0, 256), lambda b: b.__setitem__(0, 'a'),
               lambda b: b.__setitem__(slice(1, 3), b'XYZ'), lambda b: b.__setitem__(slice(1, 3), []), lambda b: b.__setitem__(slice(1, 3), [1, 2, 3, 4]), lambda b: b.__setitem__(slice(None, None, 2), b'XYZ'),
               lambda b: b.__setitem__(slice(None, None, 2), b'XY'), lambda b: b.__setitem__(slice(1, 3), 'xy'), lambda b: b.__setitem__(slice(1, 3), 5), lambda b: b.__setitem__(slice(0, 0), b), lambda b: b.__setitem__(slice(None, None, -1), b'123456'),
               lambda b: b.__delitem__(0), lambda b: b.__delitem__(9), lambda b: b.__delitem__(slice(1, 4)), lambda b: b.__delitem__(slice(None, None, 2)), lambda b: b.__delitem__(slice(None, None, -2)), lambda b: b.__delitem__('x'),
               lambda b: b.__iadd__(b'xy'), lambda b: b.__iadd__('x'), lambda b: b.__iadd__([1]), lambda b: b.__imul__(2), lambda b: b.__imul__(0), lambda b: b.__imul__(-1), lambda b: b.__imul__('x'), lambda b: b.__init__(b'new'), lambda b: b.__init__(),
               lambda b: b.__init__('x'), lambda b: b.__contains__(97), lambda b: b.__hash__, lambda b: hash(b), lambda b: b.index(99)):
    after(action)
after(lambda b: b.pop(), b'')
holder = bytearray(b'abc')
view = memoryview(holder)
for action in (lambda: holder.append(1), lambda: holder.clear(), lambda: holder.extend(b'x'), lambda: holder.pop(), lambda: holder.__delitem__(0), lambda: holder.__setitem__(slice(0, 1), b'xy'),
               lambda: holder.__setitem__(0, 90), lambda: holder.__setitem__(slice(0, 2), b'XY'), lambda: holder.reverse(), lambda: holder.__iadd__(b'x'), lambda: holder.__imul__(2), lambda: holder.__imul__(1)):
    show(action)
print(holder, bytes(view))
view.release()
holder.append(33)
print(holder)
b = bytearray(b'x')
for _ in range(5):
    b += bytes(b)
print(len(b), b == b'x' * 32, bytearray(b'a') < b'b', bytearray(b'a') == b'a', bytearray(b'a') != 'a', repr(bytearray(b'\'"\x00')), str(bytearray(b'x')))
show(lambda: b.__iadd__(b))
it = iter(bytearray(b'ab'))
print(next(it), it.__length_hint__(), list(it), list(it))
