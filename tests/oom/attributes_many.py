class A:
    pass


a = A()
for i in range(50):
    setattr(a, "name%d" % i, i)
print(len(vars(a)), a.name49, hasattr(a, "none"), getattr(a, "none", "default"))
del a.name3
print(sorted(a.__dict__)[:2])
