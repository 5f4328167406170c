counter = 1
print(conter + 1)
