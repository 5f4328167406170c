import gc

# Garbage collector is now disabled
gc.disable()

message = "Hello, Zenva learners!"
message = "How's your learning journey?"

# Manually clears garbage
gc.collect()

# Garbage collector is now enabled again
gc.enable()
