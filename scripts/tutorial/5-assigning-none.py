message = "Hello, Zenva learners!"
message = None
