class Box:
    def __init__(self):
        self.size = 3
    def show(self):
        return size

Box().show()
