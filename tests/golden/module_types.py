import types
print(types.FunctionType, types.MethodType, types.SimpleNamespace(a=1), types.CellType, types.FrameType, types.TracebackType, types.CodeType, types.ModuleType('m'), types.GetSetDescriptorType, types.MemberDescriptorType)
@types.coroutine
def g():
    yield 1
async def h(): await g()
print(h().send(None))
C = types.new_class('C', (list,), {}, lambda ns: ns.update(x=1))
print(C, C.x)
print(types.MethodType(len, 'abc')(), types.MappingProxyType({1:2}))
print(isinstance(print, types.BuiltinFunctionType))
