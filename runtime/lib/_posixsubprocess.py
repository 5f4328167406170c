"""Starting other programs: not supported, so that a program that only imports subprocess still runs."""


def fork_exec(*args):
    raise NotImplementedError('subprocesses are not supported by viv')
