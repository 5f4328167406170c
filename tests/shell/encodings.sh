dir=$(mktemp -d); cd "$dir"
printf '\357\273\277print("bom", "\303\244")\n' > bom.py; "$VIV" bom.py
printf '# -*- coding: latin-1 -*-\nprint("latin \344")\n' > latin.py; "$VIV" latin.py
printf '#!/usr/bin/env python\n# vim: set fileencoding=utf-8 :\nprint("utf \303\266")\n' > utf.py; "$VIV" utf.py
printf 'print("a")\r\nprint("b")\r\n' > crlf.py; "$VIV" crlf.py
printf 'print("no newline at end")' > end.py; "$VIV" end.py
printf 'x = 1\nprint("\344")\n' > bad.py; "$VIV" bad.py 2>&1 | sed "s,$dir/,,"
printf '# coding: nonsense\n' > unknown.py; "$VIV" unknown.py 2>&1 | sed "s,$dir/,,"
printf 'x = 1\0\n' > nul.py; "$VIV" nul.py 2>&1 | sed "s,$dir/,,"
rm -r "$dir"
