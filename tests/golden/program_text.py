# Files, paths, text and binary data.
import os, sys, io, string, struct, array, random, math, copy, heapq, bisect, re
from os import path
folder = f"/tmp/viv-golden-{os.getpid()}"
os.mkdir(folder)
try:
    name = path.join(folder, "poem.txt")
    with open(name, "w", encoding="utf-8") as f:
        print("Roses are rot,", "Veilchen sind blau,\n", sep="\n", end="", file=f)
        f.writelines(f"line {i}: {'é' * i}\n" for i in range(3))
    with open(name, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            print(f"{number:02}|{line.rstrip():<20}|")
    with open(name, "rb") as f:
        data = f.read()
        print(len(data), data[-10:], f.tell(), f.seek(-5, 2), f.read())
    with open(name, "r+") as f:
        f.seek(0, io.SEEK_END); f.write("end\n"); f.seek(0); print(f.readline(), end="")
    print(os.listdir(folder), path.getsize(name), path.splitext(path.basename(name)), path.exists(name + "x"))
    print([(d.replace(folder, ""), ds, fs) for d, ds, fs in os.walk(folder)])
    try:
        open(path.join(folder, "missing"))
    except OSError as e:
        print(type(e).__name__, e.errno, e.strerror, e.filename == path.join(folder, "missing"))
    os.rename(name, name + ".old")
    print([(e.name, e.is_file()) for e in os.scandir(folder)])
finally:
    for entry in os.listdir(folder):
        os.remove(path.join(folder, entry))
    os.rmdir(folder)
print(path.normpath("a/./b/../c//d"), path.relpath("/a/b/c", "/a/d"), path.commonpath(["/x/y/z", "/x/y"]), path.split("/a/b"))
out = io.StringIO()
print("captured", 1, 2.5, None, file=out)
print(repr(out.getvalue()))
record = struct.Struct("<h3sd")
packed = record.pack(-2, b"abc", 1.5)
print(packed, record.unpack(packed), record.size, struct.calcsize(">IQ?"))
a = array.array("i", range(5)); a.extend([7]); a[1:3] = array.array("i", [9])
print(a, a.tobytes()[:4], a.typecode, memoryview(a)[1])
random.seed(42)
print(random.randint(1, 100), random.random(), random.choice("abc"), random.sample(range(50), 4), random.gauss(0, 1))
deck = list(range(8)); random.shuffle(deck); print(deck)
print(string.ascii_letters[:5], string.Template("$who likes ${what}").substitute(who="tim", what="kung pao"))
print("{:>{width}.{prec}f}|{!r:^10}|{:#x}|{:,}".format(math.pi, "s", 255, 1234567, width=10, prec=3))
print("%-10s|%05d|%+.2e|%x|%%" % ("left", 42, 12345.678, 255))
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 2); print([heapq.heappop(h) for _ in range(4)], heapq.nlargest(2, [1, 5, 3]))
print(bisect.bisect([1, 3, 5], 3), bisect.insort_left(x := [1, 3], 2), x)
nested = {"a": [1, {2, 3}], "b": (4, [5])}
nested["self"] = nested
d = copy.deepcopy(nested)
print(d["self"] is d, d["a"] == nested["a"], d["a"] is nested["a"], copy.copy(nested)["b"] is nested["b"])
words = re.findall(r"\w+", "the quick brown fox jumps over the lazy dog the end".lower())
print(sorted({w: words.count(w) for w in words}.items(), key=lambda p: (-p[1], p[0]))[:3])
print(str.maketrans("abc", "xyz"), "aabbcc".translate(str.maketrans("ab", "xy", "c")), "ß".casefold(), "ǆ".title())
