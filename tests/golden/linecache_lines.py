# linecache: lines of files, what is not there, what was registered.
import linecache

print(linecache.getline(__file__, 1), end="")
print(linecache.getline(__file__, 2), end="")
print(repr(linecache.getline(__file__, 0)), repr(linecache.getline(__file__, 1000)), repr(linecache.getline(__file__, -1)))
print(repr(linecache.getline("no such file", 1)), linecache.getlines("no such file"), linecache.getlines(""))
print(len(linecache.getlines(__file__)), __file__ in linecache.cache)
linecache.clearcache()
print(linecache.cache)
linecache.cache["made up"] = (10, None, ["one\n", "two\n"], "made up")
print(linecache.getline("made up", 2), end="")
linecache.checkcache()
print("made up" in linecache.cache)


class Loader:
    def get_source(self, name):
        return "source of " + name + "\nsecond"


names = {"__name__": "module", "__loader__": Loader()}
print(linecache.lazycache("lazy.py", names), linecache.lazycache("lazy.py", names), linecache.lazycache("", names))
print(len(linecache.cache["lazy.py"]), linecache.getlines("lazy.py", names), len(linecache.cache["lazy.py"]))
print(linecache.lazycache("<x>", names), linecache.lazycache("other.py", {}), linecache.lazycache("other.py", None))
linecache.checkcache("lazy.py")
print(linecache.updatecache("nothing.py"))
