# What __del__ raises is shown without marks, chain, notes and suggestions; a colon even before no message.
"$VIV" -c '
class Finalized:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        try:
            {}[1]
        except KeyError:
            raise self.error

    def __repr__(self):
        return "Finalized"


class Odd(Exception):
    def __str__(self):
        raise ValueError


noted = ValueError("noted")
noted.add_note("a note")
for error in ValueError(), ValueError("x"), Odd(), noted, ExceptionGroup("g", [ValueError(1)]), KeyboardInterrupt():
    Finalized(error)
' 2>&1 | sed 's/0x[0-9a-f]*/ADDRESS/'
