x[*a, *b
