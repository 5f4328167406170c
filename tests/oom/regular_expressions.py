import re

print(re.findall(r"(?P<a>\w+)=(\d+|x)*", "a=1 b=22"), re.sub("(a)(b)?", r"\2-\g<1>", "abaé"), re.split("[,;]+", "a,b;;c"))
print(re.match("(?i)é[k-s](?<=k)", "Ék\u0100").span(), [m.groups() for m in re.finditer(b"(.)(x)?", b"axb")])
try:
    re.compile("(?P<n>a)(?(2)b)")
except re.error as e:
    print(e)
