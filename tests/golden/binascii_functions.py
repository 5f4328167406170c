# binascii: hexadecimal, base64 and check sums.
import binascii


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


print(binascii.hexlify(b'abc\xff'), binascii.b2a_hex(b'abcd', '-', 2), binascii.unhexlify('6162'), binascii.a2b_hex(b'FFfe'))
for wrong in ('616', 'zz', '\xe9', 5, '6 1'):
    attempt(binascii.unhexlify, wrong)
for data in (b'', b'a', b'ab', b'abc', bytes(range(60))):
    line = binascii.b2a_base64(data)
    print(line, binascii.a2b_base64(line) == data, binascii.b2a_base64(data, newline=False) == line[:-1])
for wrong in ('YQ', 'Y', 'YQ=', 'Y*Q==', b'YWI=YWI=', '\xe9', 5):
    attempt(binascii.a2b_base64, wrong)
print(binascii.crc32(b''), binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), hex(binascii.crc32(bytes(range(256)))), binascii.crc_hqx(b'hello', 0), binascii.crc_hqx(b'', 99))
print(binascii.Error.__mro__[1], binascii.Incomplete.__bases__)
attempt(binascii.crc32, 'text')
attempt(binascii.b2a_base64, 'text')
