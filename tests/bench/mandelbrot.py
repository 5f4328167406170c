"""Float arithmetic in nested loops."""
def mandelbrot(width, height, limit):
    rows = []
    for y in range(height):
        ci = 2.0 * y / height - 1.0
        row = 0
        for x in range(width):
            cr = 3.0 * x / width - 2.0
            zr = zi = 0.0
            for i in range(limit):
                zr2 = zr * zr
                zi2 = zi * zi
                if zr2 + zi2 > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
            row += i
        rows.append(row)
    return rows

rows = mandelbrot(360, 240, 120)
print(sum(rows), rows[120], max(rows))
