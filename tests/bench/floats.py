"""The n-body problem."""
import math

def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for (p1, v1, m1), (p2, v2, m2) in pairs:
            dx = p1[0] - p2[0]
            dy = p1[1] - p2[1]
            dz = p1[2] - p2[2]
            mag = dt * ((dx * dx + dy * dy + dz * dz) ** -1.5)
            b1 = m1 * mag
            b2 = m2 * mag
            v1[0] -= dx * b2
            v1[1] -= dy * b2
            v1[2] -= dz * b2
            v2[0] += dx * b1
            v2[1] += dy * b1
            v2[2] += dz * b1
        for p, v, m in bodies:
            p[0] += dt * v[0]
            p[1] += dt * v[1]
            p[2] += dt * v[2]

def energy(bodies, pairs):
    e = 0.0
    for (p1, v1, m1), (p2, v2, m2) in pairs:
        dx, dy, dz = p1[0] - p2[0], p1[1] - p2[1], p1[2] - p2[2]
        e -= m1 * m2 / math.sqrt(dx * dx + dy * dy + dz * dz)
    for p, v, m in bodies:
        e += m * (v[0] ** 2 + v[1] ** 2 + v[2] ** 2) / 2.0
    return e

bodies = [
    ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 39.47841760435743),
    ([4.841431442464721, -1.1603200440274284, -0.10362204447112311],
     [0.606326392995832, 2.81198684491626, -0.02521836165988763], 0.03769367487038949),
    ([8.34336671824458, 4.124798564124305, -0.4035234171143214],
     [-1.0107743461787924, 1.8256623712304119, 0.008415761376584154], 0.011286326131968767),
    ([12.894369562139131, -15.111151401698631, -0.22330757889265573],
     [1.0827910064415354, 0.8687130181696082, -0.010832637401363636], 0.0017237240570597112),
]
pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
print("%.9f" % energy(bodies, pairs))
advance(bodies, pairs, 0.01, 90000)
print("%.9f" % energy(bodies, pairs))
