# sys.setrecursionlimit() knows how deep the program is; recursion in handlers meets the limit.
import sys

before = sys.getrecursionlimit()


def set_relative(number):
    depth = 1
    while True:
        try:
            sys.setrecursionlimit(depth)
        except RecursionError as error:
            print(error)
            depth += 1
        else:
            break
    sys.setrecursionlimit(depth + number)


def in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        in_handler()


def after_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    after_handler()


def in_both():
    try:
        in_both()
    except RecursionError:
        in_both()


def main():
    try:
        set_relative(10)
        for function in in_handler, after_handler, in_both:
            try:
                function()
            except RecursionError:
                print(function.__name__, 'went too deep')
            else:
                print(function.__name__, 'came back')
    finally:
        sys.setrecursionlimit(before)


main()
(lambda: main())()
for limit in 0, -1, 1, 2 ** 40, 'x':
    try:
        sys.setrecursionlimit(limit)
    except (ValueError, RecursionError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
print(sys.getrecursionlimit() == before)
