# UserList and UserString.
from collections import UserList, UserString

u = UserList([3, 1, 2])
print(u, repr(u), u.data, u[0], u[1:], type(u[1:]).__name__, len(u), 3 in u, u == [3, 1, 2], u < [4], u >= UserList([1]), UserList('ab'), UserList())
u.append(5)
u.insert(0, 'z')
u.extend([7, 8])
u += (9,)
u[1] = 'changed'
del u[0]
print(u, u.pop(), u.pop(0), u.index(5), u.count(1), u.copy(), type(u.copy()).__name__, u + [1], [0] + u, (5,) + u, u * 2, 2 * u)
u.remove(5)
u.reverse()
print(u, sorted(u), list(reversed(u)), UserList(u) is u, UserList(u) == u)
u.sort(key=lambda x: -x)
u *= 2
print(u, u + UserList('q'))
u.clear()
print(u, bool(u))
for call in (lambda: u[0], lambda: u.pop(), lambda: u.remove(1), lambda: UserList(5), lambda: hash(u), lambda: u + 5):
    try:
        print(call())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Squares(UserList):
    def append(self, item):
        super().append(item * item)


s = Squares([1])
s.append(5)
print(s, type(s + [1]).__name__, type(s[:1]).__name__)
t = UserString('Hello')
print(t, repr(t), t.data, len(t), t[0], t[1:], t + ' World', 'Oh ' + t, t * 2, t == 'Hello', t < 'Z', 'ell' in t, hash(t) == hash('Hello'))
print(t.upper(), type(t.upper()).__name__, t.replace('l', 'L'), t.find('l'), t.split('l'), t.startswith('He'), t.center(11, '*'), t.encode())
print(UserString(123), int(UserString('42')), float(UserString('1.5')), UserString('%s-%d') % ('a', 5), t.join('ab'))
print(t.isalpha(), t.title(), t.swapcase(), t.strip('Ho'), t.partition('l'), t.zfill(8), UserString('a\tb').expandtabs(4), t.removeprefix('He'))
print(UserString('{} {x}').format(1, x=2), t.count('l'), t.rindex('l'), t.ljust(7) + '|', t.splitlines(), UserString(t) == t, t.translate({72: 'J'}))
print(sorted([UserString('b'), UserString('a')]), UserList.__module__, UserString.__module__, isinstance(t, str), complex(UserString('1j')))
