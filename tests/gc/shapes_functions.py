# How many unreachable objects gc.collect() finds, per shape: functions, generators, exceptions, classes.
import gc
gc.disable()
gc.collect()


def report(name, make):
    gc.collect()
    make()
    print(name, gc.collect())


class Plain:
    pass


def recursive_closure():
    def inner():
        return inner


def two_cells():
    a = b = None

    def inner():
        return inner, a, b


def function_attribute():
    f = lambda: None
    f.me = f


def default_argument():
    items = []

    def f(x=items):
        pass
    items.append(f)


def keyword_default():
    items = []

    def f(*, x=items):
        pass
    items.append(f)


def bound_in_list():
    a = []
    a.append(a.append)


def class_plain():
    class A:
        pass


def class_with_method():
    class A:
        def f(self):
            pass


def class_slots():
    class A:
        __slots__ = ("x", "y")


def class_derived():
    class A:
        pass

    class B(A):
        pass


def class_and_instance():
    class A:
        pass
    A.instance = A()


def class_super():
    class A:
        def f(self):
            return super().f()


def class_property():
    class A:
        @property
        def x(self):
            return 1

        @staticmethod
        def s():
            pass

        @classmethod
        def c(cls):
            pass


def generator_of_itself():
    def g():
        me = yield
        yield me
    it = g()
    next(it)
    it.send(it)


def generator_expression():
    a = []
    a.append(x for x in a)


def exception_with_itself():
    e = ValueError(1)
    e.me = e


def exception_with_traceback():
    try:
        raise ValueError
    except ValueError as e:
        saved = e


def exception_two_frames():
    def inner():
        raise ValueError
    try:
        inner()
    except ValueError as e:
        saved = e


def exception_context():
    try:
        try:
            raise KeyError
        except KeyError:
            raise ValueError
    except ValueError as e:
        saved = e


def traceback_through_method():
    class A:
        def f(self):
            1 / 0
    a = A()
    try:
        a.f()
    except ZeroDivisionError as e:
        a.e = e


for shape in (recursive_closure, two_cells, function_attribute, default_argument, keyword_default, bound_in_list,
              class_plain, class_with_method, class_slots, class_derived, class_and_instance, class_super,
              class_property, generator_of_itself, generator_expression, exception_with_itself,
              exception_with_traceback, exception_two_frames, exception_context, traceback_through_method):
    report(shape.__name__, shape)
