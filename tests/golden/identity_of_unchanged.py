# Operations that change nothing give back the very object they were asked of.
s='abc def'; t='x'*50
print(s.replace('abc','abc') is s, s.replace('q','w') is s, s.replace('','') is s, s.expandtabs() is s, ('%s'%s) is s, '{}'.format(s) is s, f'{s}' is s, '%s' % (s,) is s, f'{s!s}' is s, f'{s:}' is s)
print(s.strip() is s, s.ljust(2) is s, s.zfill(3) is s, s[:] is s, s*1 is s, s.translate({}) is s, s.removeprefix('q') is s, s.removesuffix('x') is s, s.lower() is s, s.center(1) is s, ''.join([s]) is s, str(s) is s, s+'' is s, ''+s is s, s.partition('z')[0] is s, s.rpartition('z')[2] is s, s.split('z')[0] is s, s.splitlines()[0] is s, s.rsplit('z')[0] is s, s.rjust(0) is s, format(s) is s, format(s,'') is s, format(s,'s') is s, s.format() is s)
b=b'abc def'; print(b.replace(b'abc',b'abc') is b, b.strip() is b, b[:] is b, b*1 is b, bytes(b) is b, b+b'' is b, b''+b is b, b.join([b]) is b, b.ljust(2) is b, b.zfill(3) is b, b.partition(b'z')[0] is b, b.split(b'z')[0] is b, b.lower() is b, b.expandtabs() is b, b.translate(None) is b, b.removeprefix(b'z') is b)
u=(1,2); print(u[:] is u, u*1 is u, u+() is u, ()+u is u, tuple(u) is u)
fs=frozenset(u); print(fs|fs is fs, fs.copy() is fs, fs.union() is fs, fs & fs is fs, fs-set() is fs)
n=10**30; print(int(n) is n, +n is n, n|0 is n, n*1 is n, n+0 is n, abs(n) is n, n.real is n, round(n) is n, n.__index__() is n, n.__trunc__() is n, n.conjugate() is n, n//1 is n)
x=1e300; print(float(x) is x, +x is x, x.real is x, x.__float__() is x, abs(x) is x); c=1e300+1j; print(complex(c) is c, +c is c, c.conjugate() is c)
