# The module keyword.
import keyword

print(keyword.kwlist)
print(keyword.softkwlist, keyword.iskeyword('for'), keyword.iskeyword('match'), keyword.issoftkeyword('match'), keyword.iskeyword('For'))
print(sorted(keyword.__all__), len(keyword.kwlist), keyword.kwlist == sorted(keyword.kwlist))
