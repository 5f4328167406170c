dir=$(mktemp -d); cd "$dir"
echo 'x = 1' > heapq.py
printf 'import heapq\ntry:\n    heapq.nothing\nexcept AttributeError as error:\n    print(str(error).replace(sys.path[0], "DIR"))\n' > body.py
(echo 'import sys'; cat body.py; printf 'try:\n    from heapq import nothing\nexcept ImportError as error:\n    print(str(error).replace(sys.path[0], "DIR"))\n') > hidden.py
"$VIV" hidden.py
printf 'import second\nx = 1\n' > first.py
printf 'import first, sys\ntry:\n    first.x\nexcept AttributeError as error:\n    print(str(error).replace(sys.path[0] or __import__("os").getcwd(), "DIR"))\ntry:\n    from first import x\nexcept ImportError as error:\n    print(str(error).replace(sys.path[0] or __import__("os").getcwd(), "DIR"))\n' > second.py
printf 'import first\n' > cycle.py
"$VIV" cycle.py
"$VIV" -c 'import first'
mkdir lib; mv first.py second.py lib
"$VIV" -c 'import sys, os; sys.path.insert(1, "lib"); import first; print(first.__file__ == os.getcwd() + "/lib/first.py", first.__spec__.origin == first.__file__)' | sed "s,$(pwd -P),DIR,g"
echo 'y = 1' > lib/other.py
"$VIV" -c 'import sys; sys.path.insert(1, "./lib"); import other, os; print(other.__file__ == os.getcwd() + "/lib/other.py")
try:
    other.zzz
except AttributeError as error:
    print(error)'
rm -r "$dir"
