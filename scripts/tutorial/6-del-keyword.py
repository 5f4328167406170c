message = "Hello, Zenva learners!"
del message
