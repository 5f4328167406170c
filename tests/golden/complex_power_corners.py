# Powers of complex numbers to the last digit, and those that have none.
for e in (0j, 1j, -1, -1j, 2, 0.5, -0.5, complex(0, float('nan')), complex(float('nan'), 0), complex('inf'), complex('-inf'), 1+2j, 3.7+1e-5j, 101, -101, 100.5):
    for b in (0j, 0.0, -0.0, 1j, 1+2j, 3.5-2.25j, complex('inf'), complex(0, float('nan')), 1e300j, 2, -8.0, 1e-300+1e-300j):
        try: print(b, e, complex(b) ** e)
        except Exception as x: print(b, e, type(x).__name__, x)
