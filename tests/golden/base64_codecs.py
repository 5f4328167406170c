# base64 and binascii: every alphabet both ways, and what is wrong with some input.
import base64
import binascii


def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__,e)
for n in range(20):
    d=bytes(range(200,200+n))
    for f,g in ((base64.b64encode,base64.b64decode),(base64.b32encode,base64.b32decode),(base64.b16encode,base64.b16decode),(base64.urlsafe_b64encode,base64.urlsafe_b64decode),(base64.b32hexencode,base64.b32hexdecode)):
        e=f(d); print(e); assert g(e)==d
for s in ('YWI','YWI=','YWI==','Y','YQ','YQ=','YQ==','YQ===','Y=Q=','=YQ=','YW\nI=','YW!I=','YWJj','é',5,b'',b'YWJjZA=='): t(base64.b64decode,s); t(base64.b64decode,s,validate=True)
t(base64.b32decode,'A');t(base64.b32decode,'ME======');t(base64.b32decode,'me======');t(base64.b32decode,'me======',True);t(base64.b16decode,'abcd');t(base64.b16decode,'ABC');t(base64.b16decode,'ZZ')
t(binascii.hexlify,b'abc',':');t(binascii.unhexlify,'616');t(binascii.unhexlify,'zz');t(binascii.crc32,b'hello');t(binascii.crc32,b'lo',binascii.crc32(b'hel'));t(binascii.crc_hqx,b'hello',0);t(binascii.b2a_base64,b'x',newline=False);t(base64.encodebytes,b'x'*100);t(base64.decodebytes,b'eHh4\n')
t(base64.b64encode,'x');t(base64.b64encode,5)
