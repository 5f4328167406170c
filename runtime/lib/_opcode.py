"""What programs ask of CPython's instruction set: viv's is another one, so none of those instructions exists here."""
ENABLE_SPECIALIZATION = False


def stack_effect(opcode, oparg=None, /, *, jump=None):
    raise NotImplementedError("CPython's instructions are not supported by viv")


def get_executor(*, code, offset):
    raise NotImplementedError("CPython's instructions are not supported by viv")


def is_valid(opcode):
    return False


has_arg = has_const = has_name = has_jump = has_free = has_local = has_exc = is_valid


def get_intrinsic1_descs():
    return []


get_intrinsic2_descs = get_nb_ops = get_intrinsic1_descs
