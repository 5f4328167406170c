dir=$(mktemp -d); cd "$dir"
mkdir app; printf 'import helper\nprint(__name__, helper.value)\n' > app/__main__.py; printf 'value = 42\n' > app/helper.py
"$VIV" app
"$VIV" -m app 2>/dev/null || echo "helper is not beside -m"
mkdir pack; : > pack/__init__.py; printf 'from . import other\nprint(__name__, __package__, other.x)\n' > pack/__main__.py; printf 'x = 5\n' > pack/other.py
"$VIV" -m pack
printf 'print(__name__, __package__)\n' > pack/tool.py
"$VIV" -m pack.tool
rm -r "$dir"
