# Strings in JSON: escapes, ensure_ascii.
import json

for s in ["\"\\/", "\b\f\n\r\t\v\0\x1f", "\x7f\x80\xff", "é€", "\u2028\u2029", "\U0001f600", "\ud800", "\udc00x", "a" * 40 + '"', "'", "</script>"]:
    print(json.dumps(s), ascii(json.dumps(s, ensure_ascii=False)), json.loads(json.dumps(s)) == s, ascii(json.dumps({s: s}, ensure_ascii=False)))
print(json.dumps("".join(map(chr, range(0x20)))))
print(json.encoder.encode_basestring_ascii("é\U00010000"), ascii(json.encoder.encode_basestring("é\n")))
for t in [r'"\u0041\u00e9\u20ac"', r'"\ud83d\ude00"', r'"\ud83d"', r'"\ude00\ud83d"', r'"\ud83dx"', r'"\ud83d\u0041"', r'"\"\\\/\b\f\n\r\t"', '"é€😀"', '"\x7f"', r'"\u00E9\uD83D\uDE00"']:
    print(t, ascii(json.loads(t)))
for t in ['"\n"', '"\t"', '"\x00"', '"a\x1fb"']:
    try:
        json.loads(t)
    except json.JSONDecodeError as e:
        print(e)
    print(ascii(json.loads(t, strict=False)))
for t in ['"', '"a', '"\\', '"\\"', r'"\x41"', r'"\u"', r'"\u004"', r'"\u004g"', r'"\u 041"', r'"\u+041"', r'"\U0041"', r"'a'", r'"\ud83d\u"', r'"\ud83d\udg00"']:
    try:
        print(t, json.loads(t))
    except json.JSONDecodeError as e:
        print(t, e)
