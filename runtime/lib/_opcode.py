"""What programs ask of CPython's instruction set: viv's is another one, so nothing of it can be asked here."""
ENABLE_SPECIALIZATION = False


def stack_effect(opcode, oparg=None, /, *, jump=None):
    raise NotImplementedError("CPython's instructions are not supported by viv")
