d = {str(i): i for i in range(20)}
d.update(a=1, b=2)
e = {**d, "c": 3} | {"z": 26}
print(len(e), sorted(e)[:3], list(d.items())[:2])
for k in list(d):
    if d[k] % 2:
        del d[k]
print(d.setdefault("new", []), d.pop("new"), d.get("none"), dict.fromkeys("abc", 1))
