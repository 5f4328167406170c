x = '''abc
more
