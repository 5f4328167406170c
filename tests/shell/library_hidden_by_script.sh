# A file beside the script hides the library's module written in Python, here, with -c and with -m; modules in C stay.
folder=$(mktemp -d); cd "$folder"
echo 'print("my own textwrap")' >textwrap.py
echo 'import textwrap, sys, itertools; print(textwrap.__file__.startswith(sys.path[0]), itertools.count(1))' >script.py
echo 'print("my own itertools")' >itertools.py
"$VIV" script.py
"$VIV" -c 'import textwrap; print(textwrap.__file__)' | sed 's,.*/,,'
"$VIV" -P script.py 2>&1 | head -n 0
cd /; "$VIV" "$folder/script.py"
mkdir "$folder/elsewhere"; cd "$folder/elsewhere"
echo 'import sys; sys.path.append(".."); import keyword; print(keyword.iskeyword("if"))' >other.py
echo 'print("never")' >"$folder/keyword.py"
"$VIV" other.py
cd /; rm -r "$folder"
folder=$(mktemp -d); cd "$folder"
echo 'print("never")' >io.py; echo 'print("never")' >os.py
"$VIV" -c 'import io, os; print(io.StringIO, os.sep)'
cd /; rm -r "$folder"
