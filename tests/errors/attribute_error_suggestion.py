class Shape:
    def __init__(self):
        self.height = 1
        self.width = 2

print(Shape().heigth)
