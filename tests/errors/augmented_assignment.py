x = "text"
x += 1
