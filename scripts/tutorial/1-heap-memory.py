string = "Hello, Zenva learners!"
