class Failure(Exception):
    def __init__(self, code):
        self.code = code
    def __str__(self):
        return f"code {self.code}"

def run():
    raise Failure(17)

run()
