# importlib: importing by name, reloading, and finders in sys.meta_path.
import importlib, importlib.util, importlib.machinery, sys
print(importlib.import_module("json").loads("[1]"), importlib.import_module(".decoder", "json").__name__)
for bad in (lambda: importlib.import_module(".x"), lambda: importlib.import_module("..x", "a"), lambda: importlib.import_module(""), lambda: importlib.import_module("nosuch"), lambda: importlib.reload(1), lambda: importlib.util.find_spec("json.nosuch.x")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(importlib.util.find_spec("nosuch"), importlib.util.find_spec("functools").name, importlib.util.resolve_name(".a", "b.c"))
class Finder:
    def find_spec(self, name, path, target=None):
        if name == "virtual": return importlib.util.spec_from_loader(name, self, origin="here")
    def create_module(self, spec): return None
    def exec_module(self, module): module.answer = 42; print("exec", module.__name__)
sys.meta_path.insert(0, Finder())
import virtual
print(virtual.answer, virtual.__spec__.origin, virtual.__spec__.parent == "")
from virtual import answer
try: import nothing_here
except ModuleNotFoundError as e: print(e)
print(importlib.reload(virtual) is virtual)
spec = importlib.util.spec_from_loader("fresh", None, is_package=True)
m = importlib.util.module_from_spec(spec); print(m.__name__, m.__path__, spec.name, spec.submodule_search_locations)
