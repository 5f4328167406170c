import json

text = '{"a": [1, 2.5, "x\\u00e9", null], "b": {"c": 123456789012345678901234567890}}'
print(json.dumps(json.loads(text)), json.dumps(json.loads(text), indent=1, sort_keys=True))
try:
    json.loads("[1,")
except ValueError as e:
    print(e)
