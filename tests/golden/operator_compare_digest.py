# operator._compare_digest: equality in constant time, for hmac.
from _operator import _compare_digest as c
for a,b in [('a','a'),('a','b'),(b'a',b'a'),(b'a',bytearray(b'a')),('a',b'a'),(b'a','a'),('é','é'),(1,2),('a','ab'),(b'ab',memoryview(b'ab')),(1,b'a'),(b'a',1),('a',1),(1,'a')]:
    try: print(c(a,b))
    except Exception as e: print(type(e).__name__, e)
try: c(1)
except TypeError as e: print(e)
