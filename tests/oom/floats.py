x = 1e300
print(x * 10, x / 3, -x, 1e-300 / 7, float("inf"), float("2.5e10"), complex(1, 2) * 3j, round(2.567, 2), 1.0.hex())
