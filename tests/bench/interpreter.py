"""A small virtual machine: dispatch over tuples, attribute access, dict lookup."""
class Machine:
    def __init__(self, program):
        self.program = program
        self.stack = []
        self.variables = {}
        self.counter = 0

    def run(self):
        while self.counter < len(self.program):
            operation, argument = self.program[self.counter]
            self.counter += 1
            getattr(self, "do_" + operation)(argument)
        return self.variables

    def do_push(self, value):
        self.stack.append(value)

    def do_load(self, name):
        self.stack.append(self.variables[name])

    def do_store(self, name):
        self.variables[name] = self.stack.pop()

    def do_add(self, _):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(a + b)

    def do_less(self, _):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(a < b)

    def do_jump_if(self, target):
        if self.stack.pop():
            self.counter = target

program = [
    ("push", 0), ("store", "i"), ("push", 0), ("store", "sum"),
    ("load", "sum"), ("load", "i"), ("add", None), ("store", "sum"),
    ("load", "i"), ("push", 1), ("add", None), ("store", "i"),
    ("load", "i"), ("push", 120000), ("less", None), ("jump_if", 4),
]
print(Machine(program).run())
