"""Tokens as objects: not supported, so that a program that only imports tokenize still runs."""


class TokenizerIter:
    def __new__(cls, *args, **kwargs):
        raise NotImplementedError('tokenize is not supported by viv')
