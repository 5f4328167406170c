# Useful patterns as programs have them.
import re

number = re.compile(r"""
    (?P<sign>[-+])?          # sign
    (?P<int>\d+)             # whole part
    (?: \. (?P<frac>\d*) )?  # fraction
    (?: [eE] (?P<exp>[-+]?\d+) )?
    \Z""", re.VERBOSE)
for text in ["1", "-2.5", "+3.", "4e10", "5.5E-3", "x", "1.2.3"]:
    m = number.match(text)
    print(text, m and m.groupdict())
log = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326'
print(re.match(r'(\S+) \S+ \S+ \[([\w:/]+\s[+\-]\d{4})\] "(\S+) (\S+)\s*(\S*)" (\d{3}) (\S+)', log).groups())
print(re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]+", "mail a.b@c.org, x+y@z-w.co.uk; no@no"))
print(re.sub(r"(?<=\d)(?=(?:\d{3})+\b)", ",", "1234567 12 1234"), re.sub(r"([a-z])([A-Z])", r"\1_\2", "camelCaseName").lower())
print(re.findall(r"(\w+)=(?:\"([^\"]*)\"|(\S+))", 'a="x y" b=z'), re.split(r"[;,]\s*", "a, b;c,  d"))
print(re.findall(r"^(\w+):\s*(.*)$", "Host: x\nPort: 80\nbad", re.M), re.sub(r"\s+", " ", " a \n b\t"), re.sub(r"<[^>]+>", "", "<b>x</b>"))
print(re.findall(r"\$\{(\w+)\}|\$(\w+)", "$a ${b} $$"), re.match(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)$", "2024-02-29").groupdict())
print(re.findall(r"'(?:[^'\\]|\\.)*'", r"'a' 'b\'c' 'd"), re.findall(r"/\*.*?\*/", "/* a */ x /* b\n */", re.S), re.findall(r"//[^\n]*", "a // b\nc"))
roman = re.compile("^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
print([bool(roman.match(x)) for x in ("MCMXCIV", "IIII", "MMXXIV", "VX")])
print(re.findall(r"(?i)\b(\w+)\s+\1\b", "the The cat cat sat"), re.search(r"(?s)<a>(.*?)</a>", "<a>\n1</a><a>2</a>")[1])
