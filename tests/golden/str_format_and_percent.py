"""str.format, %-formatting of str and bytes, and their errors."""


def show(expression):
    try:
        print(expression, "->", ascii(eval(expression)))
    except Exception as error:
        print(expression, "!!", type(error).__name__ + ":", ascii(str(error)))


for expression in r'''
'%c' % 'ab'
'%c' % 1.5
'%c' % -1
'%c' % 0x110000
'%c' % 10**30
'%c' % ''
'%d' % 'a'
'%x' % 1.5
'%x' % 'a'
'%d' % 1.5
'%d' % None
'%f' % 'a'
'%f' % None
'%y' % 1
'%' % 1
'%(' % 1
'%(a)s' % 1
'%(a' % {}
'%(a)s' % {}
'%(a(b))s' % {'a(b)':1}
'%s %s' % (1,)
'%s' % (1,2)
'%s' % []
'abc' % 1
'abc' % {}
'abc' % []
'abc' % 'a'
'abc' % ()
'%*d' % ('a',1)
'%*d' % (10**30,1)
'%*d' % (-5,1)
'%.*f' % (-1,1.5)
'%.*f' % (10**10,1.5)
'%.*f' % ('a',1.5)
'%99999999999999999999d' % 1
'%.99999999999d' % 1
'%5%|'
'%5%' % ()
'%-5%|' % ()
'%z' % ()
'%\u1234' % 1
'%ld' % 5
'%hd' % 5
'%#x' % 255
'%#X' % 255
'%#o' % 8
'%#.5x' % 255
'%+#08x' % 255
'%-#8x|' % 255
'%08.3d' % 5
'%+.3d' % 5
'% d' % 5
'%+ d' % 5
'%05s' % 'a'
'%-05d|' % 3
'%.2s' % 'abc'
'%5.1r' % 'abc'
'%a' % '\xe9'
'%.0f' % 0.5
'%#.0f' % 1
'%g' % 1e10
'%#g' % 1
'%G' % 1e-10
'%E' % float('inf')
'%05f' % float('-inf')
'%+f' % float('nan')
'%010f' % float('nan')
'%F' % float('nan')
'%.3000f' % 1.5 == '1.5' + '0'*2999
'%9223372036854775808d' % 1
'%s%s' % {}
'%(a)s%s' % {'a':1}
'%s%(a)s' % {'a':1}
'%s %(a)s' % ({'a':1},)
'%u' % 5
'%i' % -5
'%d' % True
'%s' % True
'%x' % True
'%x' % -255
'%d' % 10**30
'%.40d' % 10**30
'%e' % 12345.678
'%r' % 'a'
'%c%c' % ('a', 98)
b'%d' % 'a'
b'%s' % 'a'
b'%b' % 'a'
b'%s' % 5
b'%b' % b'x'
b'%c' % 256
b'%c' % b'ab'
b'%c' % 'a'
b'%a' % '\xe9'
b'%r' % 'a'
b'%y' % 1
b'%(a)s' % {b'a': b'x'}
b'%(a)s' % {'a': b'x'}
b'%s' % b'abc'
b'%.2s' % b'abc'
b'%5s' % b'abc'
b'%-5s|' % bytearray(b'abc')
b'%s' % memoryview(b'abc')
b'%x' % 'a'
b'%d' % 5
b'%05d' % -5
b'%f' % 1.5
b'%f' % 'a'
b'%s %s' % (b'a',)
b'abc' % 1
b'%' % 1
b'%(a' % {}
b'%*d' % ('a',1)
b'%c' % 97
b'%c' % -1
b'%c' % 1.5
bytearray(b'%d') % 5
'{'.format()
'}'.format()
'{}'.format()
'{0}{}'.format(1)
'{}{0}'.format(1)
'{a}'.format()
'{a}'.format(a=1)
'{!r}'.format('a')
'{!x}'.format('a')
'{!}'.format('a')
'{!r'.format('a')
'{!'.format('a')
'{!rx}'.format('a')
'{!r:>5}'.format('a')
'{!\u1234}'.format(1)
'{!\x01}'.format(1)
'{:'.format('a')
'{:{}}'.format(1,5)
'{:{:{}}}'.format(1,5,6)
'{0[}'.format('a')
'{0[a]}'.format({'a':1})
'{0[0]}'.format([1])
'{0[-1]}'.format([1])
'{0[-1]}'.format({'-1':5})
'{0[]}'.format([1])
'{0[0]x}'.format([1])
'{0.}'.format(1)
'{0.real}'.format(1)
'{0.foo}'.format(1)
'{.real}'.format(5)
'{[0]}'.format([5])
'{0[0}'.format([1])
'{99999999999999999999}'.format(1)
'{5}'.format(1)
'{-1}'.format(1)
'{ 0}'.format(1)
'{0 }'.format(1)
'{{}}'.format(1)
'{{{}}}'.format(1)
'{:d}'.format('a')
'{:5}'.format([])
'{:}'.format([])
'{a.b[c]}'.format(a=1)
'{a{b}}'.format(a=1)
'{a[b}'.format(a=1)
'{:{a}}'.format(1,a=7)
'{:{a!r}}'.format(1,a=7)
'{0:{1}}{2}'.format(1,2,3)
'{:{}}{}'.format(1,5,3)
'{\u0663}'.format(0,1,2,'three')
'{}'.format_map({})
'{0}'.format_map({})
'{a[0]}'.format_map({'a':'xyz'})
'{a'.format(a=1)
'{a:'.format(a=1)
'{a!'.format(a=1)
'a}b'.format()
'a{'.format()
'{0[a][b].c}'.format({'a':{'b':1}})
'{:s}'.format(5)
'{:x}'.format(1.5)
'{a}'.format(**{'a':1})
'{0.__class__.__name__}'.format(1)
'{:>{w}.{p}f}'.format(3.14159,w=10,p=2)
'{0}{1}{0}'.format('a','b')
'{0[9999999999999999999999]}'.format([1])
'{:{{}}}'.format(1,2)
'{:}}'.format(1)
'''.strip().split("\n"):
    show(expression)
