printf 'Ada\n36\n' | "$VIV" -c '
name = input("name? ")
age = int(input())
print(f"{name} is {age}")
try:
    input()
except EOFError as e:
    print("EOFError", e)
'
