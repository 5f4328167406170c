def greet():
  message = "Hello, Zenva learners!"

greet()
