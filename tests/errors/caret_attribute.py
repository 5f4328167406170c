class A:
    def method(self):
        return self.missing.name

a = A()
print(a.method())
