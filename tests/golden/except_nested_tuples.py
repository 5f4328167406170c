# What except and except* refuse to match, and when they look: at the clause that is reached, not before.
def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__context__))


def nested_tuple():
    try:
        raise KeyError(1)
    except (ValueError, (TypeError, KeyError)):
        print("never")


def empty_tuple_inside():
    try:
        raise KeyError(1)
    except ((),):
        print("never")


def no_class_first():
    try:
        raise ValueError(1)
    except (int, ValueError):
        print("never")


def class_before():
    try:
        raise ValueError(1)
    except ValueError:
        print("the first clause matches")
    except (5, (6,)):
        print("never")


def star_nested():
    try:
        raise KeyError(1)
    except* (ValueError, (KeyError,)):
        print("never")


def star_number():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* 5:
        print("never")


def star_group():
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        print("never")


def star_group_in_tuple():
    try:
        raise ValueError(1)
    except* (ValueError, BaseExceptionGroup):
        print("never")


def no_exception():
    try:
        pass
    except 5:
        print("never")
    print("nothing was raised, nothing is looked at")


for f in (nested_tuple, empty_tuple_inside, no_class_first, class_before, star_nested, star_number, star_group,
          star_group_in_tuple, no_exception):
    print(f.__name__)
    attempt(f)
