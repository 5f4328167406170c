message = "Hello, Zenva learners!"
message = "How's your learning journey?"
