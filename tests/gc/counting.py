# Generations and thresholds at work.
import gc
gc.collect()
print(gc.get_count()[1:], gc.isenabled())
gc.collect(0)
gc.collect(0)
print(gc.get_count()[1:])
gc.collect(1)
print(gc.get_count()[1:])
gc.collect(2)
print(gc.get_count()[1:])
before = [s["collections"] for s in gc.get_stats()]
kept = []
for i in range(100000):
    kept.append([i])
after = [s["collections"] for s in gc.get_stats()]
print(40 <= after[0] - before[0] <= 50, after[1] - before[1] in (4, 5))
gc.disable()
gc.collect()
before = [s["collections"] for s in gc.get_stats()]
for i in range(100000):
    kept.append([i])
print([s["collections"] for s in gc.get_stats()] == before, gc.get_count()[0] > 90000)
gc.collect()
before = [s["collections"] for s in gc.get_stats()]
gc.set_threshold(0)
gc.enable()
for i in range(100000):
    kept.append([i])
print([s["collections"] for s in gc.get_stats()] == before)
gc.set_threshold(1000, 5, 5)
alive = 0


class Cycle:
    def __init__(self):
        global alive
        alive += 1
        self.me = self

    def __del__(self):
        global alive
        alive -= 1


highest = 0
for i in range(20000):
    Cycle()
    highest = max(highest, alive)
print(highest <= 1100)
